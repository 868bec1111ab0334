"""What the tabs of a search show."""

from dataclasses import dataclass

from flask import url_for

from app.extensions import db
from app.lib.excerpts import Piece, excerpt, marked
from app.lib.search_text import plain
from app.lib.tags import normalized
from app.models import Post, searches
from app.web.current import reader
from app.web.marks import ties_among
from app.web.ranked_pages import page_of


@dataclass(frozen=True)
class Found:
    """A post as it is shown among what was found."""

    post: Post
    title: list[Piece]
    excerpt: list[Piece]
    path: str


def posts(query, by_time):
    hits = searches.best_posts(query, reader(), by_time=by_time)
    page = page_of(hits, searches.posts_of)
    return {"page": page, "found": [_found(post, query) for post in page]}


def people(query, _by_time):
    page = page_of(searches.best_people(query, reader()), searches.people_of)
    return {"page": page, "people": page.items, "ties": ties_among(page)}


def tags(query, _by_time):
    rows = db.session.execute(searches.tags(query))
    return {"tags": [(label, normalized(label)) for label, uses in rows if uses]}


def _found(post, query):
    text = " ".join(filter(None, (post.summary, plain(post.body_html))))
    return Found(
        post=post,
        title=marked(post.title, query.terms),
        excerpt=excerpt(text, query.terms, post.summary or post.excerpt),
        path=post.path if post.is_published else url_for("posts.edit", key=post.id),
    )


RESULTS = {"posts": posts, "people": people, "tags": tags}
