"""How series look to programs."""

from app.api import posts, shapes
from app.extensions import db
from app.lib.api_slugs import api_slug
from app.models import timelines
from app.web.current import reader
from app.web.marks import marks_on, ties_among
from app.web.problems import refuse


def in_list(series, author):
    """A series without its posts."""
    return {
        "slug": api_slug(series.slug, series.id),
        "title": series.title,
        "description": series.summary,
        "url": shapes.url(f"{author.path}/series/{series.slug}"),
        "createdAt": shapes.moment(series.created_at),
        "author": author.handle,
    }


def whole(series, author):
    """A series with what the reader finds in it; nothing at all is no series."""
    is_theirs = reader() == author
    if is_theirs:
        parts = timelines.all_in_series(series)
    else:
        parts = timelines.in_series(series, author, reader())
    found = db.session.scalars(parts.options(*posts.IN_LIST)).all()
    if not (found or is_theirs):
        refuse(404, series="not found")
    marks, ties = marks_on(found), ties_among([author])
    shown = [posts.in_list(post, marks, ties) for post in found]
    return {**in_list(series, author), "posts": shown}
