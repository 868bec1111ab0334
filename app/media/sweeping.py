"""Files whose row has gone, and rows whose file is missing."""

from dataclasses import dataclass

from flask import current_app
from sqlalchemy import func, select

from app.extensions import db
from app.lib.stores import StoreFailed
from app.models import Picture, User
from app.web.pictures import store

BATCH = 500
#: So many a site may leave behind at once, however few it has.
FEW = 20
DOUBT = (
    "Of %d of %d pictures the database knows nothing, so their files were left alone."
    " Is it the right database? If it is: flask media sweep --all"
)


@dataclass(frozen=True)
class Found:
    """The names whose files belong to no row, out of how many."""

    orphans: list[str]
    total: int
    #: Whether they are more than a site leaves behind: then it is another one's store.
    are_doubtful: bool


def found():
    """Look for files that belong to no row.

    A row is committed before its files are written: what has no row now had one, and
    will have none again. That holds for rows of this database alone: a lost or an empty
    one knows nobody, and a restore brings the files first.
    """
    is_lived_in = db.session.scalar(select(User.id).limit(1)) is not None
    orphans, total = [], 0
    for names in _batches(store().names()):
        known = select(Picture.name).where(Picture.name.in_(names))
        orphans += set(names) - set(db.session.scalars(known))
        db.session.rollback()
        total += len(names)
    are_many = len(orphans) > FEW and len(orphans) > total / 2
    return Found(orphans, total, bool(orphans) and (are_many or not is_lived_in))


def remove(orphans):
    """Remove every file of these names."""
    for name in orphans:
        store().delete(name)


def count_rows():
    """How many pictures :func:`lost` looks at."""
    return db.session.scalar(select(func.count(Picture.id)))


def lost(done=lambda _: None):
    """Each file that a row names and the store does not have.

    :param done: is told how many pictures were looked at since it was told before.
    """
    rows = select(Picture.name, Picture.variants).order_by(Picture.id)
    for name, files in db.session.execute(rows.execution_options(yield_per=BATCH)):
        yield from ((name, file) for file in files if not store().exists(name, file))
        done(1)


def sweep_quietly():
    """As every night and every start do it: what is doubtful stays, and is told.

    What cannot be removed now is there tomorrow.
    """
    try:
        they = found()
        if they.are_doubtful:
            current_app.logger.error(DOUBT, len(they.orphans), they.total)
        else:
            remove(they.orphans)
    except StoreFailed as error:
        current_app.logger.warning("The files of pictures were not swept: %s", error)


def _batches(names):
    batch = []
    for name in names:
        batch.append(name)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch
