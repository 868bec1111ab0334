"""What people of the demo site were told of, before anybody looked."""

from datetime import timedelta

from sqlalchemy import delete, func, select, update

from app.extensions import db
from app.models import Comment, Notification, Outbox, Post
from app.models.columns import now


def date_news():
    """Date it as what it is about; what is old was read, and brings no letter."""
    db.session.flush()
    said = select(Comment.created_at).where(Comment.id == Notification.comment_id)
    out = select(Post.published_at).where(Post.id == Notification.post_id)
    before = now() - timedelta(days=2)
    moment = func.coalesce(said.scalar_subquery(), out.scalar_subquery(), before)
    db.session.execute(update(Notification).values(newest_at=moment))
    old = update(Notification).where(Notification.newest_at < now() - timedelta(days=3))
    db.session.execute(old.values(read_at=now()))
    letters = Outbox.kind == "notification_letters"
    db.session.execute(delete(Outbox).where(letters))
