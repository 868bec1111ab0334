"""What is found by its words, as pages for programs."""

from app.api import pages, people, posts, timelines
from app.api.schemas.search import NEWEST, PEOPLE, POSTS, TAGS
from app.extensions import db
from app.lib.search_query import parsed
from app.lib.tags import normalized
from app.models import searches
from app.web.current import reader
from app.web.marks import ties_among
from app.web.ranked_pages import page_of


def answer(asked):
    """What the reader finds of one type."""
    return _FINDERS[asked["type"]](parsed(asked["q"]), asked)


def _posts(query, asked):
    is_by_time = asked["order"] == NEWEST
    hits = searches.best_posts(query, reader(), by_time=is_by_time)
    page = page_of(hits, _load_posts, asked["limit"])
    return timelines.answer(page, page.items)


def _load_posts(hits):
    return searches.posts_of(hits, *posts.IN_LIST, with_text=False)


def _people(query, asked):
    hits = searches.best_people(query, reader())
    page = page_of(hits, _load_people, asked["limit"])
    ties = ties_among(page)
    return pages.answer("people", page, lambda one: people.person(one, ties))


def _load_people(hits):
    return searches.people_of(hits, *people.IN_LIST)


def _tags(query, asked):
    rows = db.session.execute(searches.tags(query))
    labels = [label for label, uses in rows if uses][: asked["limit"]]
    found = [{"name": normalized(label), "label": label} for label in labels]
    return {"tags": found, "next": None}


_FINDERS = {POSTS: _posts, PEOPLE: _people, TAGS: _tags}
