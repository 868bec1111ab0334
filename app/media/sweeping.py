"""Files whose row has gone, and rows whose file is missing."""

from flask import current_app
from sqlalchemy import func, select

from app.extensions import db
from app.lib.stores import StoreFailed
from app.models import Picture
from app.web.pictures import store

BATCH = 500


def swept(only_counted=False):
    """Remove files that belong to no row; how many pictures they were of.

    A row is committed before its files are written: what has no row now had one, and
    will have none again.
    """
    count = 0
    for names in _batches(store().names()):
        known = select(Picture.name).where(Picture.name.in_(names))
        orphans = set(names) - set(db.session.scalars(known))
        db.session.rollback()
        count += len(orphans)
        for name in () if only_counted else orphans:
            store().delete(name)
    return count


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
    """As the night does it: what cannot be removed now is there tomorrow."""
    try:
        swept()
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
