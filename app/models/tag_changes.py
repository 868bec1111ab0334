"""Moderators call a tag otherwise, or make one of two.

The texts of posts stay as they were written: what says #old is found under the new name
(docs/decisions/0030). Whoever calls these holds the tags, see :func:`held`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, delete, func, literal, select, union_all, update

from app import events
from app.extensions import db
from app.lib.tags import normalized, spelled
from app.models.former_tag import FormerTag
from app.models.moderation_act import ModerationAct
from app.models.post import Post
from app.models.rows import add_selected
from app.models.tag import Tag, Tagging
from app.models.tag_follow import TagFollow
from app.models.timeline_entry import TimelineEntry
from app.models.user import User


def held(tags: Iterable[Tag]) -> Select[Tag]:
    """Those of ``tags`` that are still there, as they are now, for this alone.

    Whoever tags a post at the same moment waits, and then finds what became of them.
    """
    keys = sorted(tag.id for tag in tags)
    here = select(Tag).where(Tag.id.in_(keys)).order_by(Tag.id).with_for_update()
    return here.execution_options(populate_existing=True)


def people_of(tags: Iterable[Tag]) -> Select[int]:
    """Who writes under one of ``tags`` or follows it, to stay until this is done.

    People come before posts, and posts before tags: whoever is removed locks them in
    that order, too.
    """
    keys = [tag.id for tag in tags]
    follow = select(TagFollow.user_id).where(TagFollow.tag_id.in_(keys))
    wrote = select(Post.author_id).join(Tagging, Tagging.post_id == Post.id)
    theirs = union_all(follow, wrote.where(Tagging.tag_id.in_(keys)))
    here = select(User.id).where(User.id.in_(theirs)).order_by(User.id)
    return here.with_for_update(read=True, key_share=True)


def post_count(tag: Tag) -> Select[int]:
    """Under how many posts it stands, whoever finds them."""
    return select(func.count()).where(Tagging.tag_id == tag.id)


def rename(tag: Tag, label: str, moderator: User) -> None:
    """Call ``tag`` otherwise, by a name that no other has or had.

    :param label: the name in its case, as in "NaNoWriMo".
    """
    former, name = (tag.name, tag.label), normalized(label)
    tag.label = spelled(label)
    if name != tag.name:
        # It may be its own again.
        db.session.execute(delete(FormerTag).where(FormerTag.name == name))
        tag.name = name
        db.session.add(FormerTag(name=former[0], label=former[1], tag_id=tag.id))
    ModerationAct.of_tag(moderator, "rename", f"#{former[1]} → #{tag.label}")


def merge(source: Tag, target: Tag, moderator: User) -> None:
    """Let everything under ``source`` stand under ``target``, and nothing else.

    As many statements for two posts as for 100,000.
    """
    _move(Tagging, ("post_id", "place", "published_at"), source, target)
    _move(TagFollow, ("user_id", "created_at"), source, target)
    for table in (TimelineEntry, FormerTag):
        moved = update(table).where(table.tag_id == source.id)
        _execute(moved.values(tag_id=target.id))
    name, label = source.name, source.label
    _execute(delete(Tag).where(Tag.id == source.id))
    db.session.expunge(source)
    db.session.add(FormerTag(name=name, label=label, tag_id=target.id))
    ModerationAct.of_tag(moderator, "merge", f"#{label} → #{target.label}")
    db.session.flush()
    events.tags_merged.send(target, former_id=source.id)


def _move(table: Any, names: tuple[str, ...], source: Tag, target: Tag) -> None:
    """Give rows to ``target`` that it does not have yet; ``source`` keeps none."""
    others = (getattr(table, name) for name in names)
    here = select(literal(target.id), *others).where(table.tag_id == source.id)
    add_selected(table, ("tag_id", *names), here)
    _execute(delete(table).where(table.tag_id == source.id))


def _execute(statement: Any) -> None:
    db.session.execute(statement, execution_options={"synchronize_session": False})
