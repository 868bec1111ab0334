from flask import Blueprint, render_template

from app.models.permissions import WRITE
from app.web.access import permitted
from app.web.limits import for_each_member
from app.web.preview import preview_of
from app.web.sheet import PostForm

bp = Blueprint("previews", __name__, url_prefix="/previews")


@bp.post("")
@permitted(WRITE)
@for_each_member("120 per minute")
def create():
    """Draw the text that was sent, and keep nothing of it."""
    form = PostForm()
    if not form.validate():
        return render_template("previews/show.html", form=form), 422
    preview = preview_of(form)
    return render_template("previews/show.html", form=form, preview=preview)
