"""What a page says of itself to programs, as JSON-LD that never leaves its element.

>>> print(as_json({"name": "</script>"}))
{"name":"\\u003c/script\\u003e"}
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from markupsafe import Markup

#: What could end the element, begin another one, or end a line in JavaScript: none of
#: it stands anywhere in JSON but in strings, where it may be written by its number.
_ESCAPED = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029\x7f"})
#: Where a program finds the words that stand here without a namespace.
CONTEXT = "https://schema.org"


def as_element(data: Mapping[str, Any]) -> Markup:
    """The data block of a page (https://www.w3.org/TR/json-ld11/#json-in-html).

    It is no script: browsers run nothing of it, and the policy of no page forbids it.
    """
    block = '<script type="application/ld+json">{}</script>'
    return Markup(block.format(as_json(data)))  # noqa: S704  (escaped for a script)


def as_json(data: Mapping[str, Any]) -> str:
    """``data`` in one line that may stand in a script element, whatever it says."""
    text = json.dumps(told(data), ensure_ascii=False, separators=(",", ":"))
    return text.translate(_ESCAPED)


def told(data: Any) -> Any:
    """``data`` without what says nothing: None, and what is empty.

    >>> told({"name": "Ann", "image": None, "sameAs": [], "words": 0})
    {'name': 'Ann', 'words': 0}
    """
    if isinstance(data, Mapping):
        pairs = ((key, told(value)) for key, value in data.items())
        return {key: value for key, value in pairs if value or value == 0}
    if isinstance(data, list | tuple):
        return [told(value) for value in data]
    return data


def moment(time: datetime | None) -> str:
    """As in ISO 8601, to the second; empty for none."""
    return time.isoformat(timespec="seconds") if time else ""


def graph(*things: Mapping[str, Any]) -> dict[str, Any]:
    """Several things of one page."""
    return {"@context": CONTEXT, "@graph": list(things)}


def trail(*steps: tuple[str, str]) -> dict[str, Any]:
    """The way to a page: name and address of each page above it, and its own."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address}
        for number, (name, address) in enumerate(steps, start=1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def count(kind: str, number: int) -> dict[str, Any]:
    """How often people did something, as in ``count("LikeAction", 3)``."""
    return {
        "@type": "InteractionCounter",
        "interactionType": f"{CONTEXT}/{kind}",
        "userInteractionCount": number,
    }
