"""How many posts of somebody everybody finds, counted anew."""

from collections.abc import Iterator

from sqlalchemy import and_, func, select

from app.extensions import db
from app.models.audience import PUBLIC
from app.models.columns import now
from app.models.counting import Counting
from app.models.post import Post
from app.models.user import User


def post_countings(people: type[User]) -> Iterator[Counting]:
    """What says of a post whether it counts; then everybody's counter of posts."""
    posts, persons = Post.__table__.c, people.__table__.c
    counts = and_(
        posts.published_at.is_not(None),
        posts.published_at <= now(),
        posts.visibility == PUBLIC,
        posts.deleted_at.is_(None),
        posts.hidden_at.is_(None),
    )
    yield Counting(posts.id, posts.is_counted, counts)
    counted = select(func.count()).where(
        Post.author_id == persons.id, Post.is_counted.is_(True)
    )
    yield Counting(persons.id, persons.post_count, counted.scalar_subquery())


def recount_posts(people: type[User]) -> None:
    """Set the counter of everybody's posts to what the rows say, all at once."""
    for counting in post_countings(people):
        db.session.execute(counting.repair())
