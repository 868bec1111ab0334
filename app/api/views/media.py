from flask import current_app, request
from flask_login import current_user

from app.api import find_posts, pages, shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.media import (
    NewPictureSchema,
    PictureAnswer,
    PictureChange,
    Pictures,
)
from app.extensions import db
from app.lib.picture_limits import MOST_BYTES
from app.models import Picture, gallery
from app.models.access_token import Scope
from app.models.permissions import WRITE
from app.web import pictures, uploads
from app.web.access import permitted
from app.web.limits import against_work, for_each_member
from app.web.pagination import paginate
from app.web.problems import refuse
from app.web.rerendering import rerender_showing

#: A picture, its words, and the frame that both are sent in.
_ROOM = MOST_BYTES + 100_000

bp = Blueprint("media", __name__, "Pictures that one has brought.")


@bp.url_value_preprocessor
def make_room(endpoint, values):
    """Let in what a picture may weigh."""
    if request.endpoint == "api.media.create":
        uploads.make_room(_ROOM)


@bp.get("/media")
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Pictures)
def index(asked):
    """List the pictures that one has brought, the latest first."""
    shelf = gallery.shelf(current_user)
    page = paginate(shelf, Picture.created_at, Picture.id, asked["limit"])
    return pages.answer("media", page, _shape)


@bp.get("/media/<picture:name>")
@needs(Scope.POSTS_READ)
@bp.answers(200, PictureAnswer)
@bp.fails(404)
def show(name):
    """Show one of them."""
    return {"picture": _shape(_own(name))}


@bp.post("/media")
@permitted(WRITE)
@needs(Scope.MEDIA_WRITE)
@against_work("60 per 30 minutes")
@bp.brings(NewPictureSchema)
@bp.answers(201, PictureAnswer)
def create(given):
    """Bring a picture: it is made anew, without what it says of place and camera."""
    try:
        data = given["file"].stream.read(MOST_BYTES + 1)
        picture = pictures.keep(data, given["alt"])
    except pictures.NotKept as why:
        refuse(422, file=why.words)
    return {"picture": _shape(picture)}


@bp.put("/media/<picture:name>")
@needs(Scope.MEDIA_WRITE)
@for_each_member("60 per minute")
@bp.takes(PictureChange)
@bp.answers(200, PictureAnswer)
@bp.fails(404)
def update(given, name):
    """Give a picture other words."""
    picture = _own(name)
    if picture.alt != given["alt"]:
        picture.alt = given["alt"]
        rerender_showing(picture)
    db.session.commit()
    return {"picture": _shape(picture)}


@bp.delete("/media/<picture:name>")
@needs(Scope.MEDIA_WRITE)
@bp.answers(204)
@bp.fails(404, 409)
def destroy(name):
    """Remove a picture that nothing shows."""
    if not pictures.drop(_own(name)):
        refuse(409, picture="is shown by a post, an older text or your profile")
    return ""


def _own(name):
    return find_posts.own_picture(name) or refuse(404, picture="not found")


def _shape(picture):
    return {
        "name": picture.name,
        "url": f"{current_app.config['SITE_URL']}{picture.info.src}",
        "markdown": picture.markdown,
        "alt": picture.alt,
        "width": picture.width,
        "height": picture.height,
        "size": picture.weight,
        "createdAt": shapes.moment(picture.created_at),
    }
