from flask import Blueprint

from app.models import timelines
from app.web import feed_entries, find, serials
from app.web.feeds import Head, answer, for_everybody
from app.web.urls import absolute_url

bp = Blueprint("series_feeds", __name__)


@bp.get("/@<handle:handle>/series/<slug:slug>/feed.<any(atom, rss, json):shape>")
@for_everybody
def show(handle, slug, shape):
    """Hand out the parts of a series, the newest first."""
    person = find.person(handle)
    series = serials.of_person(person, slug)
    head = Head(
        id=feed_entries.id_of("series", series),
        title=f"{series.title} · {person.name}",
        page=absolute_url("series.show", handle=person.handle, slug=slug),
        subtitle=series.summary,
        writer=feed_entries.writer(person),
    )
    parts = timelines.in_series(series, person, None)
    return answer(shape, head, feed_entries.posts(parts), or_404=True)
