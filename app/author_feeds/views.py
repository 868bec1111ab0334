from flask import Blueprint

from app.lib.plaintext import words_in
from app.models import timelines
from app.web import feed_entries, find
from app.web.feeds import Head, answer, for_everybody
from app.web.site import site_name
from app.web.urls import absolute_url

bp = Blueprint("author_feeds", __name__)


@bp.get("/@<handle:handle>/feed.<any(atom, rss, json):shape>")
@for_everybody
def show(handle, shape):
    """Hand out what somebody has published for everybody, newest first."""
    person = find.person(handle)
    head = Head(
        id=feed_entries.id_of("person", person),
        title=f"{person.name} · {site_name()}",
        page=absolute_url("profiles.show", handle=person.handle),
        subtitle=words_in(person.bio_html),
        writer=feed_entries.writer(person),
    )
    return answer(shape, head, feed_entries.posts(timelines.by(person, None)))
