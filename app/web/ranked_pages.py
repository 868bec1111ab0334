"""Pages of what was found, best first. What is found is ranked whole, and then cut."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from flask import abort, request
from flask_babel import gettext as _

from app.lib.cursors import scored_cursor, scored_place
from app.models.searches import Hit
from app.web.pagination import PAGE, Page

Row = TypeVar("Row")


def page_of(
    hits: Sequence[Hit],
    load: Callable[[Iterable[Hit]], Sequence[Row]],
    size: int = PAGE,
) -> Page[Row]:
    """The page of ``hits`` that the address asks for.

    ``?after=`` names the last of the page before. No score changes while somebody
    reads: nothing is shown twice, whatever comes or goes meanwhile.

    :param load: gives the rows of some hits, in their order.
    """
    place = _asked_for()
    left = [hit for hit in hits if place is None or (hit.score, hit.key) < place]
    shown = left[:size]
    last = shown[-1] if len(left) > size else None
    older = scored_cursor(last.score, last.key) if last else None
    return Page(load(shown), older, is_first=place is None)


def _asked_for() -> tuple[int, int] | None:
    cursor = request.args.get("after")
    if not cursor:
        return None
    try:
        return scored_place(cursor)
    except ValueError:
        abort(400, _("This link to more results is damaged. Search again."))
