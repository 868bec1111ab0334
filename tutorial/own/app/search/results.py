"""What a search shows of each post that it found."""

from dataclasses import dataclass

from app.lib.excerpts import Piece, excerpt, marked
from app.lib.search_text import plain
from app.models import Post


@dataclass(frozen=True)
class Found:
    """A post as it is shown among what was found."""

    post: Post
    title: list[Piece]
    excerpt: list[Piece]


def results(posts, query):
    """The same posts, in pieces: what was looked for, and what stands around it."""
    return [_found(post, query.terms) for post in posts]


def _found(post, terms):
    return Found(
        post=post,
        title=marked(post.title, terms),
        excerpt=excerpt(plain(post.body_html), terms, post.excerpt),
    )
