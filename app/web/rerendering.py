"""Posts and pages that an older renderer drew, drawn once more."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true, update
from sqlalchemy.orm import undefer_group

from app.extensions import db
from app.lib import markdown
from app.models import Page, PagePicture, Picture, PictureUse, Post
from app.models.rows import touched

#: They are locked meanwhile: who saves one of them just then waits for a second.
BATCH = 25
#: So many of them somebody waits for.
AT_ONCE = 5


def count_older() -> int:
    """How many posts and pages wait to be drawn again."""
    return sum(_count(table, old) for table, old in _older())


def count_all() -> int:
    """How many posts and pages there are."""
    return sum(_count(table, true()) for table in (Post, Page))


def mark_all_as_older() -> None:
    """Have every post and page drawn again by whoever draws next."""
    for table in (Post, Page):
        mark_as_older(table)


def mark_as_older(table: Any) -> None:
    """Have every row drawn again by whoever draws next; a thousand a commit."""
    present = select(table.id).where(table.renderer > 0).limit(1_000)
    mark = update(table).where(table.id.in_(present)).values(renderer=0)
    mark = mark.execution_options(synchronize_session=False)
    while touched(mark):
        db.session.commit()
    db.session.expire_all()


def rerender_older(
    at_most: int | None = None, done: Callable[[int], object] = lambda _: None
) -> int:
    """Draw posts and pages again, the newest first, and commit; how many it were.

    :param at_most: leave the others for another time.
    :param done: is told how many were drawn since it was told before.
    """
    drawn = 0
    while at_most is None or drawn < at_most:
        if not (count := _rerender_batch()):
            break
        drawn += count
        done(count)
    return drawn


def rerender_showing(picture: Picture) -> None:
    """Draw what shows ``picture`` again: a few of them now, any others at night."""
    for table, use, key in (
        (Post, PictureUse, PictureUse.post_id),
        (Page, PagePicture, PagePicture.page_id),
    ):
        showing = table.id.in_(select(key).where(use.picture_id == picture.id))
        _hold(select(table.id).where(showing), table)
        db.session.execute(update(table).where(showing).values(renderer=0))
        _rerender(table, select(table).where(showing), AT_ONCE)


def _rerender_batch() -> int:
    found = (_rerender(one, select(one).where(old), BATCH) for one, old in _older())
    count = sum(found)
    db.session.commit()
    return count


def _count(table: Any, condition: ColumnElement[bool]) -> int:
    rows = select(func.count()).select_from(table).where(condition)
    return db.session.scalar(rows) or 0


def _older() -> list[tuple[Any, ColumnElement[bool]]]:
    return [(table, table.renderer < markdown.VERSION) for table in (Post, Page)]


def _rerender(table: Any, texts: Select[Any], at_most: int) -> int:
    newest = texts.with_only_columns(table.id).order_by(table.id.desc()).limit(at_most)
    chosen = texts.where(table.id.in_(db.session.scalars(newest).all()))
    found = _hold(chosen.options(undefer_group("whole")), table)
    for text in found:
        text.rerender()
    return len(found)


def _hold(rows: Select[Any], table: Any) -> Sequence[Any]:
    """Lock ``rows`` by number, as all do it: so that of two one waits for the other."""
    in_order = rows.order_by(table.id).with_for_update(of=table, key_share=True)
    return db.session.scalars(in_order).all()
