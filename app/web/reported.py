"""What can be reported, and what has been; 404 for what the reader may not see."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from flask import abort
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, undefer, undefer_group

from app.extensions import db
from app.models import (
    Comment,
    Matter,
    Message,
    ModerationAct,
    Participant,
    Post,
    Report,
    User,
)
from app.web.find_people import person

#: So many reports and earlier acts stand on one page.
LATELY = 50
#: So many messages before and after one that was reported.
BESIDE = 3


def thing(kind: str, key: int) -> Any:
    """A post, a person and the like that the reader sees, and that is not theirs."""
    found = _FINDERS[kind](key)
    if found is None or found.belongs_to_id in {None, current_user.id}:
        abort(404)
    return found


def matter(key: int) -> Matter:
    """Something that was reported, unless it is about the reader."""
    whole = Matter.open_to(current_user).where(Matter.id == key)
    account = joinedload(Matter.about).joinedload(User.account)
    post = joinedload(Matter.post).undefer_group("whole")
    comment = joinedload(Matter.comment)
    parts = (
        joinedload(Matter.post).joinedload(Post.author),
        comment.joinedload(Comment.author),
        comment.joinedload(Comment.post).joinedload(Post.author),
        joinedload(Matter.message),
    )
    found: Matter | None = db.session.scalar(
        whole.options(undefer(Matter.said), account, post, *parts),
        execution_options={"populate_existing": True},
    )
    return found if found is not None else abort(404)


def judged(handle: str) -> User:
    """Somebody by their handle, seen by others or not; nobody looks into themselves."""
    whole = User.known_as(handle).options(joinedload(User.account))
    found = db.session.scalar(whole.where(User.id != current_user.id))
    return found if found is not None else abort(404)


def around(matter: Matter) -> dict[str, Any]:
    """What a moderator reads beside it: who reported it, and what was done before."""
    return {
        "reports": db.session.scalars(Report.of(matter).limit(LATELY)).all(),
        "acts": acts_about(matter.about),
        "neighbours": neighbours(matter.message),
    }


def neighbours(message: Message | None) -> Sequence[Message]:
    """What was said just before and after: it may read differently then."""
    return db.session.scalars(message.around(BESIDE)).all() if message else []


def acts_about(person: User) -> Sequence[ModerationAct]:
    """What moderators did of late about somebody and their words."""
    return db.session.scalars(ModerationAct.on(person).limit(LATELY)).all()


def matters_waiting() -> int:
    """How many matters wait for a decision of the reader or another moderator."""
    return db.session.scalar(Matter.count_waiting(current_user)) or 0


def hiding_of(post: Post) -> ModerationAct | None:
    """When and why a moderator has hidden ``post`` the last time."""
    return db.session.scalar(ModerationAct.hiding(post).limit(1))


def reasons_of(matters: Iterable[Matter]) -> dict[int, list[tuple[str, int]]]:
    """How many gave which reason, by the key of each of ``matters``, in one query."""
    reasons: dict[int, list[tuple[str, int]]] = {matter.id: [] for matter in matters}
    if reasons:
        for key, reason, count in db.session.execute(Report.reasons_of(matters)):
            reasons[key].append((reason, count))
    return reasons


def tally_of(matters: Iterable[Matter]) -> dict[int, int]:
    """How often something was done about each whom ``matters`` are about."""
    people = {matter.about_id for matter in matters}
    return dict(db.session.execute(ModerationAct.tally(people)).all())


def own_report(key: int) -> Report:
    """What the reader told the moderators of."""
    found = db.session.scalar(current_user.reports().where(Report.id == key))
    return found if found is not None else abort(404)


def _person(key: int) -> User | None:
    """Somebody whose page the reader sees."""
    handle = db.session.scalar(select(User.handle).where(User.id == key))
    return person(handle) if handle else None


def _post(key: int) -> Post | None:
    whole = undefer_group("whole"), joinedload(Post.author, innerjoin=True)
    open_to_me = Post.open_to(current_user).where(Post.id == key)
    return db.session.scalar(open_to_me.options(*whole))


def _comment(key: int) -> Comment | None:
    """A comment whose words the reader finds."""
    posts = Post.open_to(current_user).with_only_columns(Post.id)
    said = (
        select(Comment)
        .join(Comment.author)
        .where(
            Comment.id == key,
            Comment.stands(),
            Comment.post_id.in_(posts),
            User.is_found_by(current_user),
        )
    )
    return db.session.scalar(said.options(contains_eager(Comment.author)))


def _message(key: int) -> Message | None:
    """A message in a conversation that the reader takes part in."""
    said = db.session.get(Message, key)
    if said is None or said.is_taken_back:
        return None
    talks = current_user.conversations()
    mine = Participant.conversation_id == said.conversation_id
    side = db.session.scalar(talks.where(mine))
    if side is None:
        return None
    seen = current_user.messages_in(side).where(Message.id == key)
    found: Message | None = db.session.scalar(seen)
    return found


_FINDERS: dict[str, Callable[[int], Any]] = {
    "post": _post,
    "comment": _comment,
    "person": _person,
    "message": _message,
}
