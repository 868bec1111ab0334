"""What programs ask for, and what each answer may cost at most."""

import json
from dataclasses import replace

from app.lib.api_slugs import api_slug
from bench.load import Request
from bench.pages import Page, Places
from bench.population import WORDS

_NEWEST = "/api/articles"
_A_TEXT = "The tide comes twice, whoever waits for it. " * 80


def api_pages(places: Places, token: str) -> list[Page]:
    """Lists, one article, the feed and a publication: of a visitor, of a member."""
    # A visitor whose answers are made each time, as whoever asks first has them.
    drawn = {"Cookie": "somebody=else"}
    shown = {"Authorization": f"Token {token}"}
    article = f"/api/articles/{api_slug(places.slug, places.key)}"
    by_author = f"{_NEWEST}?author={places.person.removeprefix('/@')}"
    pages = (
        Page("API: articles", Request(_NEWEST), 8, 2),
        Page("API: articles of a tag", Request(f"{_NEWEST}?tag={WORDS[0]}"), 8, 2),
        Page("API: articles by a person", Request(by_author), 8, 2),
        Page("API: article", Request(article), 6, 1),
    )
    mine = (*pages, Page("API: feed", Request(f"{_NEWEST}/feed"), 8, 2))
    return [
        *(_with(page, drawn) for page in pages),
        Page("API: articles, kept", Request(_NEWEST), 2, 0),
        *(_with(_one_more(page), shown) for page in mine),
        _with(_publication(), shown),
    ]


def _publication() -> Page:
    text = {"title": "The tide", "description": "Twice a day", "body": _A_TEXT}
    said = json.dumps({"article": {**text, "tagList": [WORDS[0]]}})
    sent = {"Content-Type": "application/json"}
    return Page("API: publish", Request(_NEWEST, 201, sent, "POST", said))


def _one_more(page: Page) -> Page:
    """The same for a member: a statement more says who it is."""
    most = page.most_statements and page.most_statements + 1
    return replace(page, name=f"{page.name}, by token", most_statements=most)


def _with(page: Page, headers: dict[str, str]) -> Page:
    asked = {**page.request.headers, **headers}
    return replace(page, request=replace(page.request, headers=asked))
