"""Posts and pages that an older renderer drew, drawn once more."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select, update
from sqlalchemy.orm import undefer_group

from app.extensions import db
from app.lib import markdown
from app.models import Page, PagePicture, Picture, PictureUse, Post

#: They are locked meanwhile: who saves one of them just then waits for a second.
BATCH = 25
#: So many of them somebody waits for.
AT_ONCE = 5


def rerender_older(at_most: int | None = None) -> int:
    """Draw posts and pages again, the newest first, and commit; how many it were.

    :param at_most: leave the others for another time.
    """
    done = 0
    while at_most is None or done < at_most:
        if not (count := _rerender_batch()):
            break
        done += count
    return done


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
    older = ((table, table.renderer < markdown.VERSION) for table in (Post, Page))
    count = sum(_rerender(one, select(one).where(old), BATCH) for one, old in older)
    db.session.commit()
    return count


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
