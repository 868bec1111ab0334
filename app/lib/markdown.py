"""Markdown as people write it, turned into HTML that is safe to keep and to show.

>>> render("Ink *on* paper").html
'<p>Ink <em>on</em> paper</p>'
"""

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise, takewhile

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin
from slugify import slugify

from app.lib import code
from app.lib.addresses import is_local_path
from app.lib.plaintext import shortened
from app.lib.sanitize import sanitized

#: Raise it when the output changes: ``flask posts rerender`` redoes what is older.
VERSION = 1
EXCERPT_LENGTH = 280
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_LONE_PICTURE = ["image", "paragraph_open", "paragraph_close"]


@dataclass(frozen=True)
class Rendered:
    """What one text becomes: safe HTML, and what lists and heads show of it."""

    html: str
    excerpt: str
    words: int
    picture: str | None


def render(source: str, prefix: str = "") -> Rendered:
    """Render ``source`` (CommonMark, tables, footnotes, task lists, strikethrough).

    :param prefix: goes into every id, so that several texts fit on one page.
    """
    env = {"prefix": prefix, "deadline": time.monotonic() + code.MOST_SECONDS}
    tokens = _parser.parse(source, env)
    html = sanitized(_parser.renderer.render(tokens, _parser.options, env)).strip()
    text = " ".join(_plain(tokens))
    opening = " ".join(_plain(_paragraphs(tokens)))
    return Rendered(
        html=html,
        excerpt=shortened(opening or text, EXCERPT_LENGTH),
        words=count_words(text),
        picture=next(_pictures(tokens), None),
    )


def count_words(text: str) -> int:
    """Count words; two Chinese, Japanese or Korean characters count as one."""
    cjk = len(_CJK.findall(text))
    return len(_WORD.findall(_CJK.sub(" ", text))) + (cjk + 1) // 2


def _plain(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            words = "".join(_words(child) for child in token.children or ())
            yield from words.split()


def _words(token: Token) -> str:
    """What a reader sees of one token in a line."""
    if token.type in {"text", "code_inline"}:
        return token.content
    is_break = token.type in {"softbreak", "hardbreak"} or token.content[:3] == "<br"
    return " " if is_break else ""


def _paragraphs(tokens: Sequence[Token]) -> list[Token]:
    """The text of top-level paragraphs: no headings, lists, quotes or footnotes."""
    body = takewhile(lambda token: token.type != "footnote_block_open", tokens)
    return [b for a, b in pairwise(body) if a.type == "paragraph_open" and a.level == 0]


def _pictures(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"figure", "image"}:
            yield str(token.attrs["src"])
        yield from _pictures(token.children or ())


# --- what we ask of the parser beyond CommonMark ---


def _demote_headings(state: StateCore) -> None:
    """The page has its own h1; headings get an id to link to."""
    seen: Counter[str] = Counter()
    for token, inline in pairwise(state.tokens):
        if token.type == "heading_open":
            name = slugify(inline.content, allow_unicode=True, max_length=60) or "part"
            token.attrSet("id", f"h-{state.env['prefix']}{_new_name(name, seen)}")
        if token.tag == "h1":
            token.tag = "h2"


def _new_name(name: str, seen: Counter[str]) -> str:
    """``name``, or the first of ``name-2``, ``name-3`` … that nobody has."""
    unique = name
    while seen[unique]:
        seen[name] += 1
        unique = f"{name}-{seen[name]}"
    seen[unique] += 1
    return unique


def _keep_pictures_here(state: StateCore) -> None:
    """A picture from elsewhere would tell its owner who reads: it becomes a link."""
    for block in state.tokens:
        children, depth = block.children or [], 0
        for place, token in enumerate(children):
            depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
            if token.type == "image" and not is_local_path(str(token.attrs["src"])):
                children[place] = _in_place_of(token, is_linked=depth > 0)


def _in_place_of(image: Token, is_linked: bool) -> Token:
    """A link to the picture; its words alone inside another link."""
    token = Token("text", "", 0) if is_linked else Token("picture_link", "a", 0)
    token.attrs = {"href": image.attrs["src"]}
    token.content = image.content or str(image.attrs["src"])
    return token


def _align_by_attribute(state: StateCore) -> None:
    """The content security policy forbids the style that the parser writes."""
    for token in state.tokens:
        if token.type in {"th_open", "td_open"} and (
            style := token.attrs.pop("style", "")
        ):
            token.attrSet("align", str(style).removeprefix("text-align:"))


def _set_figures(state: StateCore) -> None:
    """A picture alone in its paragraph is a figure; its title is the caption."""
    for place, token in enumerate(state.tokens):
        children = token.children or []
        around = state.tokens[place - 1 : place + 2 : 2]
        kinds = [children[0].type, *(t.type for t in around)] if children else []
        if len(children) == 1 and kinds == _LONE_PICTURE:
            children[0].type = "figure"
            for paragraph in around:
                paragraph.hidden = True


# --- how it looks in HTML ---


class _Looks:
    """Rules of the renderer, named after the tokens they draw."""

    def fence(self, tokens, i, options, env):
        return code.highlighted(
            tokens[i].content, tokens[i].info.split(" ")[0], env["deadline"]
        )

    def code_block(self, tokens, i, options, env):
        return code.highlighted(tokens[i].content, "")

    def table_open(self, tokens, i, options, env):
        return '<div class="table-scroll" tabindex="0"><table>'

    def table_close(self, tokens, i, options, env):
        return "</table></div>"

    def picture_link(self, tokens, i, options, env):
        words = escape(tokens[i].content)
        return f'<a href="{escape(str(tokens[i].attrs["href"]))}">{words}</a>'

    def figure(self, tokens, i, options, env):
        token = tokens[i]
        caption = str(token.attrs.pop("title", ""))
        image = _parser.renderer.image(tokens, i, options, env)
        note = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
        return f"<figure>{image}{note}</figure>"

    def footnote_ref(self, tokens, i, options, env):
        number = tokens[i].meta["id"] + 1
        again = tokens[i].meta.get("subId")
        here = f"fnref{env['prefix']}{number}" + (f"-{again}" if again else "")
        to = f"#fn{env['prefix']}{number}"
        return f'<sup><a href="{to}" id="{here}" role="doc-noteref">{number}</a></sup>'

    def footnote_block_open(self, tokens, i, options, env):
        return '<section class="footnotes" role="doc-endnotes"><ol>'

    def footnote_block_close(self, tokens, i, options, env):
        return "</ol></section>"

    def footnote_open(self, tokens, i, options, env):
        return f'<li id="fn{env["prefix"]}{tokens[i].meta["id"] + 1}">'

    def footnote_anchor(self, tokens, i, options, env):
        if tokens[i].meta.get("subId"):
            return ""
        to = f"#fnref{env['prefix']}{tokens[i].meta['id'] + 1}"
        return f' <a href="{to}" role="doc-backlink">↩</a>'


def _make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"linkify": True})
    parser.enable(["table", "strikethrough", "linkify"])
    parser.use(footnote_plugin).use(tasklists_plugin, label=True)
    parser.core.ruler.push("demote_headings", _demote_headings)
    parser.core.ruler.push("keep_pictures_here", _keep_pictures_here)
    parser.core.ruler.push("set_figures", _set_figures)
    parser.core.ruler.push("align_by_attribute", _align_by_attribute)
    for name in [n for n in vars(_Looks) if not n.startswith("__")]:
        parser.add_render_rule(name, getattr(_Looks, name))
    return parser


_parser = _make_parser()
