"""What happens between people, and who is told of it."""

from datetime import timedelta

from app import events
from app.extensions import db
from app.models import Comment, Notification, Post, User
from app.models.columns import now
from app.models.notification import (
    ACCEPTED,
    COMMENT,
    FOLLOW,
    JOINED,
    LIKE,
    MENTION,
    MODERATION,
    REPLY,
    REPORT,
    REPOST,
    REQUEST,
    forget,
)
from app.models.telling import Deed, tell_officially
from app.web.outbox import defer

#: A letter waits for so long: what is read or taken back meanwhile needs none.
PATIENCE = timedelta(minutes=5)


@events.user_followed.connect
def tell_of_follower(follower, followed):
    _tell([followed.id], Deed(FOLLOW, follower, FOLLOW))


@events.follow_requested.connect
def tell_of_request(follower, followed):
    _tell([followed.id], Deed(REQUEST, follower, REQUEST))


@events.follow_accepted.connect
def tell_of_yes(person, follower):
    # Who said yes needs to be asked no longer, and told of what they did themselves.
    forget(person.id, follower.id, kind=REQUEST)
    forget(person.id, follower.id, kind=FOLLOW)
    _tell([follower.id], Deed(ACCEPTED, person, ACCEPTED))


@events.invitation_accepted.connect
def tell_of_guest(inviter, guest):
    _tell([inviter.id], Deed(JOINED, guest, JOINED), by_mail=False)


@events.post_liked.connect
def tell_of_like(person, post):
    _tell([post.author_id], Deed(LIKE, person, f"{LIKE} {post.id}", post))


@events.post_reposted.connect
def tell_of_repost(repost):
    # Both are at hand already: neither asks the database.
    post = db.session.get_one(Post, repost.post_id)
    person = db.session.get_one(User, repost.user_id)
    _tell([post.author_id], Deed(REPOST, person, f"{REPOST} {post.id}", post))


@events.people_mentioned.connect
def tell_of_mention(text, people):
    named = [person.id for person in people]
    if isinstance(text, Comment):
        _tell(named, _said(MENTION, text))
    else:
        # Taken out of the text and put back, a name is no other mention.
        known = set(db.session.scalars(Notification.naming(text.id)))
        fresh = [key for key in named if key not in known]
        _tell(fresh, Deed(MENTION, text.author, f"post {text.id}", text))


@events.comment_written.connect
def tell_of_comment(comment):
    """Each person once: whoever is answered, or named, is told of that alone."""
    post, parent = comment.post, comment.parent
    answered = parent.author_id if parent else None
    if answered:
        _tell([answered], _said(REPLY, comment))
    if post.author_id != answered:
        _tell([post.author_id], _said(COMMENT, comment))


@events.comment_liked.connect
def tell_of_comment_liked(person, comment):
    if comment.author_id:
        group = f"{LIKE} comment {comment.id}"
        _tell([comment.author_id], Deed(LIKE, person, group, comment.post, comment))


@events.moderated.connect
def tell_of_act(act):
    """Tell whom it is about, and whoever had reported it."""
    if act.is_told:
        tell_officially(MODERATION, act, [act.about_id])
    waiting = db.session.scalars(act.reporters()).all()
    others = [person.id for person in waiting if person.id != act.about_id]
    tell_officially(REPORT, act, others)


@events.taken_back.connect
def forget_what_is_undone(person, told_id, kind, post=None, comment=None):
    about = {"post_id": post.id, "comment_id": None} if post else {}
    if comment:
        about = {"comment_id": comment.id}
    forget(told_id, person.id, kind=kind, **about)


@events.user_blocked.connect
def forget_each_other(person, blocked):
    forget(person.id, blocked.id)
    forget(blocked.id, person.id)


def _said(kind, comment):
    # One group for all three kinds: nobody is told of one comment twice.
    return Deed(kind, comment.author, f"comment {comment.id}", comment.post, comment)


def _tell(people, deed, by_mail=True):
    groups = deed.tell(people)
    if groups and by_mail:
        defer("notification_letters", due_at=now() + PATIENCE, keys=groups)
