"""The parser: CommonMark, and what we ask of it beyond."""

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.footnote import footnote_plugin

from app.lib.markdown.formulas import formulas_plugin
from app.lib.markdown.headings import demote_headings
from app.lib.markdown.limits import limits_plugin
from app.lib.markdown.links import set_lone_links
from app.lib.markdown.looks import Looks
from app.lib.markdown.names import find_names
from app.lib.markdown.pictures import keep_pictures_here, set_figures
from app.lib.markdown.tasks import set_tasks


def make_parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"linkify": True})
    parser.enable(["table", "strikethrough", "linkify"])
    parser.use(footnote_plugin).use(formulas_plugin).use(limits_plugin)
    parser.core.ruler.after("inline", "set_tasks", set_tasks)
    # Before what was escaped is joined with the text around it.
    parser.core.ruler.after("linkify", "find_names", find_names)
    for rule in (
        demote_headings,
        keep_pictures_here,
        set_figures,
        set_lone_links,
        align_by_attribute,
    ):
        parser.core.ruler.push(rule.__name__, rule)
    _draw(parser)
    return parser


def make_modest_parser() -> MarkdownIt:
    """For what is said beside a text: no headings, pictures, tables or HTML."""
    parser = MarkdownIt("commonmark", {"linkify": True, "html": False, "breaks": True})
    parser.enable(["strikethrough", "linkify"])
    parser.disable(["heading", "lheading", "image", "reference"])
    parser.use(limits_plugin)
    parser.core.ruler.after("linkify", "find_names", find_names)
    _draw(parser)
    return parser


def _draw(parser: MarkdownIt) -> None:
    for name in [n for n in vars(Looks) if not n.startswith("__")]:
        parser.add_render_rule(name, getattr(Looks, name))


def align_by_attribute(state: StateCore) -> None:
    """The content security policy forbids the style that the parser writes."""
    for token in state.tokens:
        if token.type in {"th_open", "td_open"} and (
            style := token.attrs.pop("style", "")
        ):
            token.attrSet("align", str(style).removeprefix("text-align:"))
