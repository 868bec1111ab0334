from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.faces.forms import FaceForm
from app.lib.crops import Crop
from app.lib.picture_limits import MOST_BYTES
from app.models.permissions import WRITE
from app.web import find, pictures, uploads
from app.web.access import permitted
from app.web.crop_form import CropForm
from app.web.limits import against_work

bp = Blueprint(
    "faces", __name__, url_prefix="/settings/profile/<any(avatar, banner):kind>"
)


@bp.url_value_preprocessor
def make_room(endpoint, values):
    """Let in twice what a picture may weigh: the page says what is too much."""
    if request.endpoint == "faces.create":
        uploads.make_room(2 * MOST_BYTES)


@bp.get("/")
def edit(kind):
    """Show what the reader's profile shows, and how to bring or move a picture."""
    return _page(kind)


@bp.post("/")
@permitted(WRITE)
@against_work("30 per 30 minutes")
def create(kind):
    """Show the middle of a picture that is brought."""
    form = FaceForm()
    if not form.validate():
        return _page(kind, form), 422
    file = form.picture.data[0].stream
    try:
        pictures.wear(kind, pictures.keep(file.read(MOST_BYTES + 1)), Crop())
    except pictures.NotKept as why:
        form.refuse(why.words)
        return _page(kind, form), 422
    db.session.commit()
    flash(_("It’s here, and others see it. Move it until it sits well."), "success")
    return redirect(url_for("faces.edit", kind=kind), 303)


@bp.post("/part")
@against_work("60 per 30 minutes")
def update(kind):
    """Show another part of a picture of the reader's."""
    form = CropForm()
    picture = find.own_picture(form.name.data)
    try:
        pictures.wear(kind, picture, form.crop)
    except pictures.NotKept as why:
        return _page(kind, crop_form=form, refused=why.words), 422
    db.session.commit()
    flash(_("Saved. Others see it already."), "success")
    return redirect(url_for("faces.edit", kind=kind), 303)


@bp.post("/delete")
def destroy(kind):
    """Show again what is drawn from the reader's handle."""
    find.oneself(f"{kind}_name").take_off(kind)
    db.session.commit()
    flash(_("It’s drawn from your handle again."), "success")
    return redirect(url_for("faces.edit", kind=kind), 303)


def _page(kind, form=None, crop_form=None, refused=""):
    face = db.session.scalar(current_user.face(kind))
    original = face and face.original
    known = {"name": original.name, **vars(face.crop)} if face else {}
    return render_template(
        "faces/edit.html",
        kind=kind,
        original=original,
        form=form or FaceForm(blank=True),
        crop_form=crop_form or CropForm(blank=True, data=known),
        refused=refused,
    )
