"""Posts that the reader has done something with: one of them, and lists."""

from sqlalchemy.orm import contains_eager

from app.api import find_posts, posts, timelines
from app.extensions import db
from app.web.pagination import paginate


def answer(post):
    """Commit, and show the post with the reader's marks on it."""
    db.session.commit()
    return {"post": posts.one(find_posts.again(post))}


def listed(rows, table, asked):
    """A page of the posts that ``rows`` of ``table`` lead to, by when that was."""
    whole = contains_eager(table.post).options(*posts.IN_LIST)
    page = paginate(
        rows.options(whole), table.created_at, table.post_id, asked["limit"]
    )
    return timelines.answer(page, [row.post for row in page])
