"""What the words of a text name, found in the database."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.lib.markdown import Known, LinkCard, Named
from app.models.handle import Handle
from app.models.link_preview import LinkPreview
from app.models.picture import pictures_called


def known(named: Named) -> Known:
    """Answer for a text that is being rendered: ``render(…, look_up=known)``."""
    return Known(
        people=_people(named.handles),
        links=_cards(named.links),
        pictures=pictures_called(named.pictures),
    )


def _people(handles: frozenset[str]) -> dict[str, str]:
    """The paths of those who are here, by each handle that they have or had."""
    if not handles:
        return {}
    rows = select(Handle).where(Handle.handle.in_(handles))
    rows = rows.options(joinedload(Handle.user))
    # The post that asks is still being made: it must not be written for a question.
    found = db.session.scalars(rows, execution_options={"autoflush": False})
    people = {row.handle: row.user for row in found if row.user}
    return {name: who.path for name, who in people.items() if not who.is_away}


def _cards(addresses: frozenset[str]) -> dict[str, LinkCard]:
    """What the pages at these addresses said of themselves, if anything."""
    if not addresses:
        return {}
    rows = LinkPreview.cards(addresses).execution_options(autoflush=False)
    return {row.address: row.card for row in db.session.scalars(rows)}
