from flask import (
    Blueprint,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.lib.pictures import fallback_of
from app.media.forms import AltForm, UploadForm, count_of_files
from app.media.serving import served
from app.models import Picture, gallery
from app.models.permissions import WRITE
from app.web import find, pictures, scripts, uploads
from app.web.access import before_setup, permitted
from app.web.limits import against_work
from app.web.pagination import paginate
from app.web.rerendering import rerender_showing

bp = Blueprint("media", __name__, url_prefix="/media")

#: All that one form brings.
MOST_BYTES = 32 * 1024 * 1024


@bp.url_value_preprocessor
def make_room(endpoint, values):
    """Let in what one form may bring."""
    if request.endpoint == "media.create":
        uploads.make_room(MOST_BYTES)


@bp.get("/<picture:name>")
@bp.get("/<picture:name>/<file:file>")
@before_setup
def show(name, file=""):
    """Show one file of a picture to whom may read a post that shows it."""
    picture, is_public = find.picture(name)
    file = file or fallback_of(picture.variants)
    return served(picture, file, is_public) if file in picture.variants else abort(404)


@bp.get("/")
def index():
    """List the pictures that the reader has brought."""
    return _list()


@bp.post("/")
@permitted(WRITE)
@against_work("60 per 30 minutes", cost=count_of_files)
def create():
    """Make pictures anew and keep them."""
    form = UploadForm()
    if not form.validate():
        return _refuse(form)
    kept, refused = pictures.keep_all(form.picture.data, form.alt.data)
    if scripts.is_asking():
        return _tell(kept, refused)
    if refused:
        return _list(form, refused), 422
    flash(_("It’s here. Say in a few words what one sees on it."), "success")
    return redirect(_place_of(kept), 303)


@bp.get("/<picture:name>/edit")
def edit(name):
    """Show one picture, what to write to show it, and the words for it."""
    picture = find.own_picture(name)
    return _show(picture, AltForm(obj=picture))


@bp.post("/<picture:name>")
def update(name):
    """Give a picture other words."""
    picture, form = find.own_picture(name), AltForm()
    if not form.validate():
        return _show(picture, form), 422
    if picture.alt != form.alt.data:
        picture.alt = form.alt.data
        rerender_showing(picture)
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("media.edit", name=name), 303)


@bp.post("/<picture:name>/delete")
def destroy(name):
    """Remove a picture that nothing shows."""
    picture = find.own_picture(name)
    if not pictures.drop(picture):
        abort(
            409,
            _("A post of yours shows this picture, or an older text, or your profile."),
        )
    flash(_("That picture is gone."), "success")
    return redirect(url_for("media.index"), 303)


def _refuse(form):
    words = form.faults[0][1]
    return ({"error": words} if scripts.is_asking() else _list(form)), 422


def _tell(kept, refused):
    """A script sends one at a time, and shows how far it is."""
    if refused:
        return {"error": refused[0].words}, 422
    return pictures.told(kept[0]), 201


def _place_of(kept):
    """Where one goes on with what has just been brought."""
    if len(kept) > 1:
        return url_for("media.index")
    return url_for("media.edit", name=kept[0].name)


def _list(form=None, refused=()):
    shelf = gallery.shelf(current_user)
    page = paginate(shelf, Picture.created_at, Picture.id)
    return render_template(
        "media/index.html",
        form=form or UploadForm(blank=True),
        page=page,
        refused=refused,
        shown=set(db.session.scalars(gallery.shown_among(page))),
        used=pictures.used(),
        quota=pictures.quota(),
    )


def _show(picture, form):
    shown = db.session.scalar(gallery.shown_among([picture]).limit(1))
    return render_template(
        "media/edit.html", picture=picture, form=form, is_shown=bool(shown)
    )
