"""How many posts of somebody everybody finds, counted anew."""

from sqlalchemy import and_, func, select, update

from app.extensions import db
from app.models.audience import PUBLIC
from app.models.columns import now
from app.models.post import Post
from app.models.user import User


def recount_posts(people: type[User]) -> None:
    """Set the counter of everybody's posts to what the rows say."""
    counts = and_(
        Post.published_at.is_not(None),
        Post.published_at <= now(),
        Post.visibility == PUBLIC,
        Post.deleted_at.is_(None),
        Post.hidden_at.is_(None),
    )
    wrong = update(Post).where(Post.is_counted != counts)
    db.session.execute(wrong.values(is_counted=counts))
    counted = select(func.count()).where(Post.author_id == people.id, Post.is_counted)
    db.session.execute(update(people).values(post_count=counted.scalar_subquery()))
