"""Pictures: ours are shown, alone on their line as a figure; others become links."""

import re
from html import escape

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from app.lib.addresses import is_local_path
from app.lib.pictures import PictureInfo

_LONE = ["image", "paragraph_open", "paragraph_close"]
_KEPT_HERE = re.compile(r"/media/(?P<name>[\w-]+)(?:[./?#].*)?")
# How wide a picture is shown: the measure of the text, or the window of a phone.
_SIZES = "(min-width: 44rem) 42rem, 100vw"


def name_of(source: str) -> str:
    """The name of the picture of ours that is shown from ``source``; or empty."""
    found = _KEPT_HERE.fullmatch(source)
    return found["name"] if found else ""


def keep_pictures_here(state: StateCore) -> None:
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


def set_figures(state: StateCore) -> None:
    """A picture alone in its paragraph is a figure; its title is the caption."""
    for place, token in enumerate(state.tokens):
        children = token.children or []
        around = state.tokens[place - 1 : place + 2 : 2]
        kinds = [children[0].type, *(t.type for t in around)] if children else []
        if len(children) == 1 and kinds == _LONE:
            children[0].type = "figure"
            for paragraph in around:
                paragraph.hidden = True


def picture_element(info: PictureInfo, alt: str, title: str) -> str:
    """The element of a picture of ours, in the sizes and formats that it has."""
    sources = "".join(
        f'<source type="{escape(kind)}" srcset="{escape(srcset)}" sizes="{_SIZES}">'
        for kind, srcset in info.sources
    )
    attributes = {
        "src": info.src,
        "srcset": info.srcset,
        "sizes": _SIZES if info.srcset else "",
        "width": str(info.width),
        "height": str(info.height),
        "class": info.tone,
        "title": title,
    }
    image = "".join(f' {name}="{escape(v)}"' for name, v in attributes.items() if v)
    return f'<picture>{sources}<img alt="{escape(alt or info.alt)}"{image}></picture>'
