"""What is wrong with a page of HTML, by the standard's parser and a few rules more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from xml.etree.ElementTree import Element

import html5lib
from html5lib.constants import E as COMPLAINTS

#: What a reader presses or fills in: none of them holds another one.
INTERACTIVE = {"a", "button", "input", "select", "textarea", "label", "summary"}
#: Where only words may stand and what stands in a line of them.
LINES = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "button", "label"}
LINES |= {"em", "strong", "small", "b", "i", "bdi", "time", "code", "abbr", "mark"}
BLOCKS = {"address", "article", "aside", "blockquote", "details", "dialog", "div", "dl"}
BLOCKS |= {"fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
BLOCKS |= {"header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"}
#: What may stand directly inside of it.
CHILDREN = {
    "ul": {"li", "template", "script"},
    "ol": {"li", "template", "script"},
    "dl": {"dt", "dd", "div", "template", "script"},
    "select": {"option", "optgroup", "hr"},
    "datalist": {"option"},
    "tr": {"td", "th"},
}
#: Attributes that name other elements of the page by their id.
REFERENCES = (
    "for",
    "form",
    "list",
    "headers",
    "popovertarget",
    "aria-activedescendant",
)
REFERENCES += ("aria-controls", "aria-describedby", "aria-details", "aria-labelledby")
REQUIRED = {"img": ("alt", "src"), "html": ("lang", "dir"), "iframe": ("title",)}
#: Fields that say by themselves what they are, or are seen by nobody.
UNLABELLED = {"hidden", "submit", "button", "image", "reset"}
LABELLING = ("aria-label", "aria-labelledby", "title")
HEADING = re.compile(r"h[1-6]")
#: As in <https://html.spec.whatwg.org/#valid-date-string-with-optional-time>.
MOMENT = re.compile(
    r"\d{4}(-\d\d(-\d\d)?)?(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?"
)
Above = tuple[Element, ...]
Tree = list[tuple[Element, Above]]


def faults(html: str) -> list[str]:
    """What is wrong with this page, each in a line that says where."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    page = parser.parse(html)
    tree = list(_walk(page, ()))
    found = [_said(html, *error) for error in parser.errors]
    for rule in RULES:
        found += rule(tree)
    return found


def _said(html: str, place: tuple[int, int], code: str, data: dict[str, str]) -> str:
    """What the parser complains of, and the line it means."""
    row, column = place
    line = html.splitlines()[row - 1] if html else ""
    near = line[max(0, column - 80) : column + 20].strip()
    return f"{COMPLAINTS[code] % data} in line {row}: …{near}…"


def _walk(element: Element, above: Above) -> Iterator[tuple[Element, Above]]:
    """Every element with those it stands in; drawings, formulas and what a script
    takes for a pattern are left alone.
    """
    if isinstance(element.tag, str) and element.tag != "template":
        if element.tag.startswith("{"):
            return
        yield element, above
        inside = (*above, element)
        for child in element:
            yield from _walk(child, inside)


def _rule(check: Callable[..., str | None]) -> Callable[[Tree], list[str]]:
    """A rule about one element and those it stands in."""

    def look(tree: Tree) -> list[str]:
        said = ((check(*pair), pair[0]) for pair in tree)
        return [f"{words}: {_shown(element)}" for words, element in said if words]

    return look


def _shown(element: Element) -> str:
    """The tag as one finds it in the page, without what stands in it."""
    attributes = "".join(f' {key}="{value}"' for key, value in element.attrib.items())
    words = " ".join("".join(element.itertext()).split())
    return f"<{element.tag}{attributes}>{words[:40]}"


@_rule
def nested(element: Element, above: Above) -> str | None:
    if element.tag not in INTERACTIVE or element.get("type") == "hidden":
        return None
    around = {one.tag for one in above if one.tag in INTERACTIVE}
    around -= {"label"} if element.tag not in {"label", "a", "button"} else set()
    return f"stands in <{min(around)}>" if around else None


@_rule
def block_in_a_line(element: Element, above: Above) -> str | None:
    if element.tag not in BLOCKS or not above or above[-1].tag not in LINES:
        return None
    return f"a block in <{above[-1].tag}>"


@_rule
def astray(element: Element, above: Above) -> str | None:
    allowed = CHILDREN.get(above[-1].tag) if above else None
    if allowed is None or element.tag in allowed:
        return None
    return f"stands directly in <{above[-1].tag}>"


@_rule
def incomplete(element: Element, _above: Above) -> str | None:
    missing = [
        name for name in REQUIRED.get(element.tag, ()) if name not in element.attrib
    ]
    return f"lacks {missing[0]}" if missing else None


@_rule
def leads_nowhere(element: Element, _above: Above) -> str | None:
    for name in ("href", "src", "action", "formaction"):
        address = element.get(name)
        if address is not None and (
            not address or re.search(r'[\s<>"{}|\\^`]', address)
        ):
            return f"{name} is no address"
    return None


@_rule
def timeless(element: Element, _above: Above) -> str | None:
    if element.tag != "time" or MOMENT.fullmatch(element.get("datetime", "")):
        return None
    return "tells no time to programs"


@_rule
def opens_nothing(element: Element, _above: Above) -> str | None:
    has_a_goal = any(name in element.attrib for name in ("target", "rel", "download"))
    is_placeholder = element.tag == "a" and "href" not in element.attrib
    return "lacks href" if is_placeholder and has_a_goal else None


@_rule
def nameless(element: Element, _above: Above) -> str | None:
    """A link or a button of which nobody is told what it does."""
    if element.tag not in {"a", "button"} or element.get("aria-hidden") == "true":
        return None
    pictures = "".join(one.get("alt", "") for one in element.iter("img"))
    words = "".join(element.itertext()) + pictures
    words += "".join(element.get(name, "") for name in LABELLING)
    return None if words.strip() else "has no name"


def unlabelled(tree: Tree) -> list[str]:
    known = {element.get("for") for element, _above in tree if element.tag == "label"}
    return [
        f"has no label: {_shown(element)}"
        for element, above in tree
        if element.tag in {"input", "select", "textarea"}
        and "hidden" not in element.attrib
        and element.get("type") not in UNLABELLED
        and element.get("id", "") not in known
        and not any(element.get(name) for name in LABELLING)
        and not any(one.tag == "label" for one in above)
    ]


def ids_twice(tree: Tree) -> list[str]:
    ids = Counter(
        element.get("id") for element, _above in tree if "id" in element.attrib
    )
    twice = [
        f"{count} elements have the id {key!r}"
        for key, count in ids.items()
        if count > 1
    ]
    return twice + [
        f"{key!r} is no id" for key in ids if not key or re.search(r"\s", key)
    ]


def missing_references(tree: Tree) -> list[str]:
    ids = {element.get("id") for element, _above in tree}
    return [
        f"{name} names nothing: {_shown(element)}"
        for element, _above in tree
        for name, key in _named_by(element)
        if key not in ids
    ]


def _named_by(element: Element) -> Iterator[tuple[str, str]]:
    """The ids that an element speaks of, with the attributes that do."""
    for name in REFERENCES:
        for key in element.get(name, "").split():
            yield name, key
    if element.tag == "a" and (element.get("href") or "").startswith("#"):
        yield "href", str(element.get("href"))[1:]


def headings(tree: Tree) -> list[str]:
    found = [element for element, _above in tree if HEADING.fullmatch(element.tag)]
    levels = [int(element.tag[1]) for element in found]
    wrong = once("h1", tree)
    # A list beside the page may have its own heading before.
    before = [1, *levels]
    for above, level, element in zip(before, levels, found, strict=False):
        if level > above + 1:
            wrong.append(f"comes after h{above}: {_shown(element)}")
    return wrong


def once(tag: str, tree: Tree) -> list[str]:
    count = sum(element.tag == tag for element, _above in tree)
    return [] if count == 1 else [f"{count} elements are {tag}, and one should be"]


RULES: tuple[Callable[[Tree], list[str]], ...] = (
    nested,
    block_in_a_line,
    astray,
    incomplete,
    leads_nowhere,
    timeless,
    opens_nothing,
    nameless,
    unlabelled,
    ids_twice,
    missing_references,
    headings,
    partial(once, "main"),
    partial(once, "title"),
)
