"""Listings in a post: coloured on the server, by class names alone."""

import time
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from pygments import format as formatted
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

#: Seconds that the colours of one text may take: some lexers are slow on text that
#: was made to hurt them. What comes after stays plain.
MOST_SECONDS = 0.3
_LONGEST = 5_000
_formatter = HtmlFormatter(nowrap=True)


def highlighted(source: str, language: str, deadline: float | None = None) -> str:
    """Return ``source`` as a block of HTML, coloured if ``language`` is known.

    :param deadline: the moment of :func:`time.monotonic` after which it stays plain.
    """
    deadline = deadline or time.monotonic() + MOST_SECONDS
    code = f'<pre tabindex="0"><code>{_spans(source, language, deadline)}</code></pre>'
    return f'<div class="highlight">{code}</div>'


def _spans(source: str, language: str, deadline: float) -> str:
    if not language or len(source) > _LONGEST:
        return escape(source)
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
        return str(formatted(_until(deadline, lexer.get_tokens(source)), _formatter))
    except (ClassNotFound, TimeoutError):
        return escape(source)


def _until(deadline: float, tokens: Iterable[Any]) -> Iterator[Any]:
    for token in tokens:
        if time.monotonic() > deadline:
            raise TimeoutError
        yield token
