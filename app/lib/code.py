"""Listings in a post: coloured on the server, by class names alone."""

from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

# Some lexers take quadratic time on text made to hurt them.
_LONGEST = 20_000
_formatter = HtmlFormatter(nowrap=True)


def highlighted(source: str, language: str) -> str:
    """Return ``source`` as a block of HTML, coloured if ``language`` is known."""
    code = f'<pre tabindex="0"><code>{_spans(source, language)}</code></pre>'
    return f'<div class="highlight">{code}</div>'


def _spans(source: str, language: str) -> str:
    if not language or len(source) > _LONGEST:
        return escape(source)
    try:
        return highlight(source, get_lexer_by_name(language, stripnl=False), _formatter)
    except ClassNotFound:
        return escape(source)
