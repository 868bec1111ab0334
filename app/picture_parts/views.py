from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.models.permissions import WRITE
from app.web import find, pictures, scripts
from app.web.access import permitted
from app.web.crop_form import CropForm
from app.web.limits import against_work

bp = Blueprint("picture_parts", __name__, url_prefix="/media/<picture:name>/part")


@bp.get("/")
@permitted(WRITE)
def new(name):
    """Ask which part of a picture it is to be."""
    return _page(find.own_picture(name), CropForm(blank=True))


@bp.post("/")
@permitted(WRITE)
@against_work("60 per 30 minutes")
def create(name):
    """Make a picture of its own out of a part of another, which stays as it is."""
    picture, form = find.own_picture(name), CropForm()
    try:
        part = pictures.cut_out(picture, form.crop)
    except pictures.NotKept as why:
        if scripts.is_asking():
            return {"error": why.words}, 422
        return _page(picture, form, why.words), 422
    if scripts.is_asking():
        return pictures.told(part), 201
    flash(_("It’s a picture of its own now. You can choose it as a cover."), "success")
    return redirect(url_for("media.edit", name=part.name), 303)


def _page(picture, form, refused=""):
    return render_template(
        "picture_parts/new.html", picture=picture, form=form, refused=refused
    )
