"""An address alone on its line: a card, where something is known of its page."""

from html import escape
from itertools import pairwise

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from app.lib.addresses import is_web_address
from app.lib.markdown.known import LinkCard


def set_lone_links(state: StateCore) -> None:
    """Mark the addresses that are a paragraph of the text by themselves."""
    for place, (opening, inline) in enumerate(pairwise(state.tokens)):
        address = _lone_address(inline) if opening.type == "paragraph_open" else ""
        if address and not opening.level:
            content = (inline.children or [])[1].content
            token = Token("lone_link", "", 0, content=content, meta={"name": address})
            inline.children = [token]
            opening.hidden = state.tokens[place + 2].hidden = True


def _lone_address(inline: Token) -> str:
    line = inline.children or []
    is_bare = len(line) == 3 and line[0].markup in {"autolink", "linkify"}
    address = str(line[0].attrs["href"]) if is_bare else ""
    return address if is_web_address(address) else ""


def card_element(card: LinkCard) -> str:
    """The card of a page elsewhere; nothing of it is fetched by its reader."""
    summary = f"<span>{escape(card.summary)}</span>" if card.summary else ""
    site = f"<small>{escape(card.site)}</small>" if card.site else ""
    title = f"<strong>{escape(card.title)}</strong>"
    href = escape(card.address)
    return f'<p><a class="link-card" href="{href}">{title}{summary}{site}</a></p>'
