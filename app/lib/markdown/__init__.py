"""Markdown as people write it, turned into HTML that is safe to keep and to show.

>>> render("Ink *on* paper").html
'<p>Ink <em>on</em> paper</p>'

``parser`` plugs the rules together, one file a thing; ``looks`` draws what they found;
``known`` says what a text names, and who is asked.
"""

from dataclasses import dataclass, field

from markdown_it import MarkdownIt

from app.lib import code
from app.lib.markdown.formulas import MOST_SIGNS
from app.lib.markdown.headings import Heading, headings_in
from app.lib.markdown.known import (
    Known,
    LinkCard,
    LookUp,
    Named,
    every,
    named_in,
    nothing,
    sources,
    unfolded,
)
from app.lib.markdown.limits import Allowance, TooMuch, as_written, steps_for
from app.lib.markdown.parser import make_modest_parser, make_parser
from app.lib.markdown.pictures import name_of
from app.lib.markdown.words import count_words, opening, plain
from app.lib.plaintext import shortened
from app.lib.sanitize import sanitized

__all__ = [
    "EXCERPT_LENGTH",
    "VERSION",
    "Heading",
    "Known",
    "LinkCard",
    "LookUp",
    "Named",
    "Rendered",
    "count_words",
    "nothing",
    "render",
    "render_modest",
]

#: Raise it when the output changes: each start redoes some that are older.
VERSION = 4
EXCERPT_LENGTH = 280


@dataclass(frozen=True)
class Rendered:
    """What one text becomes: safe HTML, and what lists and heads show of it."""

    html: str
    excerpt: str
    words: int
    picture: str | None = None
    headings: tuple[Heading, ...] = ()
    tags: tuple[str, ...] = ()
    named: Named = field(default_factory=Named)
    # It needs more work than a text may cause, and is shown as it was written.
    is_as_written: bool = False


def render(source: str, prefix: str = "", look_up: LookUp = nothing) -> Rendered:
    """Render ``source`` (CommonMark, and what docs/markdown.md adds to it).

    :param prefix: goes into every id, so that several texts fit on one page.
    :param look_up: is asked once for all that only a database knows.
    """
    return _bounded(_parser, source, prefix, look_up)


def render_modest(source: str, look_up: LookUp = nothing) -> Rendered:
    """Render what is said beside a text: paragraphs, lists, quotes, code and links.

    Each line ends where it was ended, as people expect of what is short.
    """
    return _bounded(_modest_parser, source, "", look_up)


def _bounded(parser: MarkdownIt, source: str, prefix: str, look_up: LookUp) -> Rendered:
    try:
        return _rendered(parser, source, prefix, look_up)
    except TooMuch:
        html, text = sanitized(as_written(source)), " ".join(source.split())
        excerpt = shortened(text, EXCERPT_LENGTH)
        return Rendered(html, excerpt, count_words(text), is_as_written=True)


def _rendered(
    parser: MarkdownIt, source: str, prefix: str, look_up: LookUp
) -> Rendered:
    steps = steps_for(source)
    env: dict[str, object] = {
        "prefix": prefix,
        "steps": steps,
        "formulas": Allowance(MOST_SIGNS),
    }
    tokens = parser.parse(source, env)
    # What the words have left over is for colours.
    env["colours"] = Allowance(min(code.MOST_COLOURED, steps.left / 2))
    everything = unfolded(tokens)
    named = named_in(everything)
    known = env["known"] = look_up(named)
    html = sanitized(parser.renderer.render(tokens, parser.options, env)).strip()
    text = plain(tokens)
    picture = next(sources(everything), None)
    ours = known.pictures.get(name_of(picture or ""))
    return Rendered(
        html=html,
        excerpt=shortened(opening(tokens) or text, EXCERPT_LENGTH),
        words=count_words(text),
        picture=(ours.small or ours.src) if ours else picture,
        headings=tuple(headings_in(tokens)),
        tags=tuple(dict.fromkeys(t.meta["name"] for t in every(everything, "hashtag"))),
        named=named,
    )


_parser, _modest_parser = make_parser(), make_modest_parser()
