from flask import Blueprint, Response, abort, redirect

from app.web import find
from app.web.access import public, while_away
from app.web.card_files import picture_of
from app.web.card_images import (
    drawn_of_person,
    drawn_of_post,
    drawn_of_site,
)
from app.web.current import be_a_visitor

bp = Blueprint("cards", __name__)

# A post that is made private takes its card back within a day. It has no validator: the
# cache of pages leaves alone what has none.
_DAY = "public, max-age=86400, immutable"


@bp.get("/card/<slug:digest>.png")
@bp.get("/@<handle:handle>/card/<slug:digest>.png")
@bp.get("/@<handle:handle>/<slug:slug>/card/<slug:digest>.png")
@public
@while_away
def show(digest, handle="", slug=""):
    """Show the picture beside links to a page; what it was before leads to it."""
    # Everybody may keep it: whoever asks, it is the one for strangers.
    be_a_visitor()
    drawn = _drawn(handle, slug)
    if digest != drawn.sheet.digest:
        return redirect(drawn.image.url, 303)
    headers = {"Cache-Control": _DAY}
    return Response(picture_of(drawn.sheet), mimetype="image/png", headers=headers)


def _drawn(handle, slug):
    if not handle:
        return drawn_of_site()
    if not slug:
        return drawn_of_person(find.person(handle))
    post = find.post(handle, slug)
    return drawn_of_post(post) if post.is_open else abort(404)
