"""JSON as RFC 8259 means it, where Python's own reader takes more."""

import json
import re
from collections.abc import Sequence
from typing import Any, NoReturn

#: So many objects and lists may stand in each other.
DEEPEST = 32
#: Of so many parts may all consist: a million fit into three megabytes, and each
#: is looked at by itself.
MOST = 10_000
#: Words as a whole, and where an object, a list or a part of one begins or ends.
_PIECES = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{\]},]', re.DOTALL)
#: How one of two halves of a character is written. Alone it stands for nothing, and
#: neither a database nor an answer has room for it (RFC 8259, section 8.2).
_HALF = re.compile(r"\\u[dD][89a-fA-F]")


class NotJson(ValueError):
    """What was sent is no JSON that can be read; the message says why."""


def parse(body: bytes) -> Any:
    """Return what stands in ``body``.

    :raises NotJson: for anything but JSON in UTF-8, for a name that an object has twice
        (RFC 8259, section 4: what that means is left open), for NaN and Infinity, for
        half a character, where more than :data:`DEEPEST` objects and lists stand in
        each other, and where it has more than :data:`MOST` parts.
    """
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise NotJson("is not UTF-8") from error
    _check_build(text)
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
        if _HALF.search(text):
            json.dumps(found, ensure_ascii=False).encode()
        return found
    except NotJson:
        raise
    except UnicodeEncodeError as error:
        raise NotJson("has half a character") from error
    # A number of five thousand digits is none to Python, whatever JSON allows.
    except ValueError as error:
        raise NotJson("is not JSON") from error


def _check_build(text: str) -> None:
    """Refuse what stands too deep, or is too many to be looked at one by one.

    What looks the same within words is none of it.
    """
    is_flat = text.count("[") + text.count("{") <= DEEPEST
    if is_flat and text.count(",") < MOST - DEEPEST:
        return
    depth = count = 0
    for piece in _PIECES.finditer(text):
        letter = text[piece.start()]
        depth += (letter in "[{") - (letter in "]}")
        count += letter in "[{,"
        if depth > DEEPEST:
            raise NotJson("is nested too deeply")
        if count > MOST:
            raise NotJson("has too many parts")


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotJson("has a name twice")
    return found


def _refuse(name: str) -> NoReturn:
    raise NotJson(f"has {name}, which is no number of JSON")
