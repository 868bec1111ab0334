"""Pages of articles as the contract has them: by offset, and with their number."""

from flask_login import current_user

from app.api import find, shapes
from app.extensions import db
from app.lib import tags
from app.models import articles
from app.web.counts import kept_count

_SPELLED = {
    "tag": tags.normalized,
    "author": find.handle_of,
    "favorited": find.handle_of,
}


def listed(asked):
    """The articles that fit the query, and how many there are."""
    is_member = current_user.is_authenticated
    given = tuple(name for name in articles.FILTERS if name in asked)
    known = {name: _SPELLED[name](asked[name]) for name in given}
    if not all(known.values()):
        return {"articles": [], "articlesCount": 0}
    query = articles.listed(is_member, given)
    return _page(query, articles.counted(is_member, given), known, asked)


def fed(asked):
    """The articles of those whom the reader follows, and how many there are."""
    return _page(articles.fed(), articles.fed_counted(), {}, asked)


def _page(query, count, known, asked):
    if current_user.is_authenticated:
        known["reader_id"] = current_user.id
    cut = {name: asked[name] for name in ("limit", "offset")}
    rows = db.session.execute(query, {**known, **cut}).all()
    return {
        "articles": [shapes.article(row) for row in rows],
        "articlesCount": kept_count(count, known),
    }
