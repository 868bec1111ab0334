from flask import Blueprint, abort
from flask_babel import gettext as _

from app.models import threads
from app.web import feed_entries, find
from app.web.feeds import Head, address_of, answer, for_everybody

bp = Blueprint("comment_feeds", __name__)


@bp.get("/@<handle:handle>/<slug:slug>/comments.<any(atom, rss, json):shape>")
@for_everybody
def show(handle, slug, shape):
    """Hand out what is said below a post that everybody finds, newest first."""
    post = find.post(handle, slug)
    if not post.is_public:
        abort(404)
    head = Head(
        id=f"{feed_entries.id_of('post', post)}/comments",
        title=_("Comments on “%(title)s”", title=feed_entries.label_of(post)),
        page=f"{address_of(post.path)}#comments",
    )
    return answer(shape, head, feed_entries.comments(threads.to_all(post), post))
