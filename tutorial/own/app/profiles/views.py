from flask import Blueprint, flash, redirect, render_template
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Post, User, timelines
from app.profiles.forms import ProfileForm
from app.web import find
from app.web.access import public
from app.web.marks import followed_among  #: 16
from app.web.pagination import paginate

bp = Blueprint("profiles", __name__)


@bp.get("/people")
@public
def index():
    """List everybody, newest first."""
    page = paginate(User.everybody(), User.id)  #: 10-12
    page = paginate(User.everybody(), User.created_at, User.id)  #: 13
#: 10-15
    return render_template("profiles/index.html", page=page)
#:
#: 16
    return render_template(
        "profiles/index.html", page=page, followed=followed_among(page)
    )
#:


@bp.get("/@<handle:handle>")
@public
def show(handle):
    """Show who somebody is and what they have written."""
    person = find.person(handle)
    page = paginate(timelines.by(person), Post.id)  #: 10-12
    page = paginate(timelines.by(person), Post.published_at, Post.id)  #: 13
#: 10-15
    return render_template("profiles/show.html", person=person, page=page)
#:
#: 16
    followed = followed_among([person])
    return render_template(
        "profiles/show.html", person=person, page=page, followed=followed
    )
#:


@bp.get("/settings/profile/")
def edit():
    """Show the reader their own profile as a form."""
    return render_template("profiles/edit.html", form=ProfileForm(obj=current_user))


@bp.post("/settings/profile/")
def update():
    """Change what the reader's profile says."""
    form = ProfileForm()
    if not form.validate():
        return render_template("profiles/edit.html", form=form), 422
    current_user.describe(**form.description)
    db.session.commit()
    flash(_("Saved. Your page shows it already."), "success")
    return redirect(current_user.path, 303)
