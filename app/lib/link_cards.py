"""What a page says of itself, for a card that stands in place of a bare link."""

from contextlib import suppress
from html.parser import HTMLParser
from urllib.parse import urlsplit

from app.lib.markdown import LinkCard
from app.lib.plaintext import one_line, shortened

TITLE_LONGEST, SUMMARY_LONGEST, SITE_LONGEST = 200, 300, 80
_NAMES = frozenset({"og:title", "og:description", "og:site_name", "description"})


def card_of(address: str, html: str) -> LinkCard | None:
    """What the page at ``address`` says of itself; None where it has no title.

    Open Graph (https://ogp.me) before the title and description of HTML.
    """
    head = _Head()
    # The parser gives up on some declarations: what it has heard until then counts.
    with suppress(AssertionError):
        head.feed(html)
    said = head.said
    title = _line(said.get("og:title") or head.title, TITLE_LONGEST)
    if not title:
        return None
    summary = said.get("og:description") or said.get("description", "")
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return LinkCard(
        address=address,
        title=title,
        summary=_line(summary, SUMMARY_LONGEST),
        site=_line(said.get("og:site_name", ""), SITE_LONGEST) or host,
    )


def _line(text: str, longest: int) -> str:
    return shortened(one_line(text), longest)


class _Head(HTMLParser):
    """Listens to the head of a page until its body begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.said: dict[str, str] = {}
        self._is_in_title = self._is_over = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_over = self._is_over or tag == "body"
        self._is_in_title = tag == "title" and not self._is_over and not self.title
        if tag == "meta" and not self._is_over:
            self._hear({name: value or "" for name, value in attrs})

    def handle_endtag(self, tag: str) -> None:
        self._is_in_title = False
        self._is_over = self._is_over or tag == "head"

    def handle_data(self, data: str) -> None:
        # It may come in half a million pieces: putting them together would take long.
        if self._is_in_title and len(self.title) < TITLE_LONGEST:
            self.title += data

    def _hear(self, attributes: dict[str, str]) -> None:
        name = (attributes.get("property") or attributes.get("name", "")).lower()
        if name in _NAMES:
            self.said.setdefault(name, attributes.get("content", ""))
