"""The one list of HTML that people may bring along."""

import re
from html import escape

import nh3

from app.lib.addresses import is_local_path

_TAGS = frozenset(
    """
    a abbr b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em
    figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p picture
    pre q rp rt ruby s samp section small source span strong sub summary sup table
    tbody td tfoot th thead time tr u ul var
    """.split()
)
# What formulas are made of. Nothing here can hold HTML other than in words (mtext, mo),
# embed anything, or lead anywhere: no annotation-xml, semantics, maction, mglyph, href.
_FORMULA_TAGS = frozenset(
    """
    math menclose mfrac mi mn mo mover mpadded mphantom mroot mrow mspace msqrt mstyle
    msub msubsup msup mtable mtd mtext mtr munder munderover
    """.split()
)
_FORMULA_ATTRIBUTES = {
    "math": {"display"},
    "menclose": {"notation"},
    "mfrac": {"linethickness"},
    "mi": {"mathvariant"},
    "mo": set("fence form lspace maxsize minsize movablelimits rspace".split())
    | {"accent", "largeop", "mathvariant", "separator", "stretchy", "symmetric"},
    "mover": {"accent"},
    "mspace": {"width"},
    "mstyle": {"displaystyle", "scriptlevel"},
    "mtd": {"columnalign"},
    "mtext": {"mathvariant"},
    "munder": {"accentunder"},
    "munderover": {"accent", "accentunder"},
}
# Words, and lengths that leave a formula where it stands.
_FORMULA_VALUE = re.compile(
    r"[a-z-]{1,24}|-?0?\.[0-9]{1,3}em|[0-4](\.[0-9]{1,4})?(em)?"
)
_ATTRIBUTES = {
    "*": {"id", "lang", "dir", "title", "role", "tabindex"},
    "a": {"href"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height", "class"},
    "source": {"srcset", "sizes", "type"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "scope"},
    "time": {"datetime"},
    "details": {"open"},
    "input": {"checked"},
    "abbr": {"title"},
}
_CLASSES = {
    "a": {"mention", "hashtag", "link-card"},
    "div": {"highlight", "table-scroll", "formula"},
    "section": {"footnotes"},
    "ul": {"contains-task-list"},
    "ol": {"contains-task-list"},
    "li": {"task-list-item"},
    "input": {"task-list-item-checkbox"},
}
_ROLES = {"doc-endnotes", "doc-noteref", "doc-backlink"}
# Ids that our own renderer gives: nobody's text may pose as a part of the page.
_OUR_ID = re.compile(r"(h-|fn|fnref)[\w-]+")
# What Pygments calls things: one or two letters and at most one digit.
_TOKEN_CLASS = re.compile(r"[a-z]{1,3}[0-9]?")
# The mean colour of a picture, shown until it is there.
_TONE_CLASS = re.compile(r"tone-[0-9]{1,3}")
_MOST_ROUNDS = 6
# Formatting that is never closed is opened again in every later paragraph, by the rules
# of HTML; three times at most if it is alike, and without attributes it is alike.
_FORMATTING = re.compile(
    r"<(?P<name>b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/])[^>]*>?",
    re.IGNORECASE,
)


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name in _FORMULA_ATTRIBUTES.get(tag, ()):
        return value if _FORMULA_VALUE.fullmatch(value) else None
    match name:
        case "id":
            return value if _OUR_ID.fullmatch(value) else None
        case "role":
            return value if value in _ROLES else None
        case "tabindex":
            return "0" if tag in {"pre", "div"} else None
        case "src":
            return value if is_local_path(value) else None
        case "srcset":
            return value if all(map(_is_local_candidate, value.split(","))) else None
        case "class" if tag == "img":
            return value if _TONE_CLASS.fullmatch(value) else None
        case "class" if tag == "span":
            return value if _TOKEN_CLASS.fullmatch(value) else None
    return value


def _is_local_candidate(candidate: str) -> bool:
    """Whether one address of a ``srcset``, before its width, is on this site."""
    return is_local_path(next(iter(candidate.split()), None))


_cleaner = nh3.Cleaner(
    tags=set(_TAGS | _FORMULA_TAGS),
    clean_content_tags={"script", "style", "template", "noscript", "textarea", "title"},
    attributes={**_ATTRIBUTES, **_FORMULA_ATTRIBUTES, "span": {"class"}},
    attribute_filter=_attribute,
    allowed_classes=_CLASSES,
    set_tag_attribute_values={
        "input": {"type": "checkbox", "disabled": ""},
        "img": {"loading": "lazy"},
    },
    url_schemes={"http", "https", "mailto", "tel", "xmpp", "gemini", "magnet"},
    link_rel="nofollow ugc noopener",
)


def sanitized(html: str) -> str:
    """Return ``html`` with everything removed that is not on the list.

    Unclosed elements are closed, so the result can stand inside any page. What is
    taken out can leave elements that a browser would nest in another way: cleaning
    goes on until it changes nothing.
    """
    cleaned = _FORMATTING.sub(r"<\g<name>>", html)
    for _ in range(_MOST_ROUNDS):
        before, cleaned = cleaned, _cleaner.clean(cleaned)
        if before == cleaned:
            return cleaned
    return escape(html)
