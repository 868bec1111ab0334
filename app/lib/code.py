"""Listings in a post: coloured on the server, by class names alone.

Lexers are many, not ours, and some need minutes for a page that was made to hurt them.
Coloured is what is written in a language whose lexer was tried with such pages.
"""

import re
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

#: So many words, signs and lines of one text are coloured. A listing that goes beyond,
#: or is long itself, stays plain.
MOST_COLOURED = 7_000
_LONGEST = 5_000
_SIGN = re.compile(r"\w+|[^\w\s]|\n")
#: What is coloured, as it is called behind the fence.
LANGUAGES = frozenset(
    """
    bash sh shell zsh fish powershell pwsh python py python3 pycon javascript js jsx
    typescript ts tsx json toml html xml css scss sass less php c cpp c++
    go golang rust rs swift kotlin java dart ruby rb lua r sql postgresql postgres
    graphql diff udiff docker dockerfile yaml text
    """.split()
)
# Nobody writes these, but lexers look from each of them to the end: a page of blank,
# words and dots without another sign, or so many quotation marks behind backslashes.
_MOST_ESCAPED = 30
_ESCAPED = re.compile(r"""\\["'`]""")
_HOSTILE = re.compile(
    r"""
    \s{100} | (?:[ \t]*\n){12} | [\w\s.$\[\]<>?]{300} | ([^\w\s-])\1{80}
    """,
    re.VERBOSE,
)
_formatter = HtmlFormatter(nowrap=True)


def signs(source: str) -> int:
    """How many words, signs and lines it has: what its colours cost."""
    return max(sum(1 for _ in _SIGN.finditer(source)), len(source) // 4)


def highlighted(source: str, language: str) -> str:
    """Return ``source`` as a block of HTML, coloured if ``language`` is known."""
    code = f'<pre tabindex="0"><code>{_spans(source, language)}</code></pre>'
    return f'<div class="highlight">{code}</div>'


def _spans(source: str, language: str) -> str:
    known = language.lower() in LANGUAGES
    if not known or len(source) > _LONGEST or _is_hostile(source):
        return escape(source)
    lexer = get_lexer_by_name(language, stripnl=False)
    return str(highlight(source, lexer, _formatter))


def _is_hostile(source: str) -> bool:
    is_escaped = len(_ESCAPED.findall(source)) > _MOST_ESCAPED
    return is_escaped or _HOSTILE.search(source) is not None
