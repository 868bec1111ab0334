from flask import Blueprint, flash, redirect, render_template
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Post, User, timelines
from app.web import find
from app.web.access import public
from app.web.current import reader
from app.web.marks import distance_to, ties_among
from app.web.pagination import paginate
from app.web.profile_form import ProfileForm

bp = Blueprint("profiles", __name__)


@bp.get("/people")
@public
def index():
    """List everybody, newest first."""
    page = paginate(User.everybody(reader()), User.created_at, User.id)
    return render_template("profiles/index.html", page=page, ties=ties_among(page))


@bp.get("/@<handle:handle>")
@public
def show(handle):
    """Show who somebody is and what they have published."""
    person = find.person(handle)
    posts = timelines.not_pinned(person, reader())
    page = paginate(posts, Post.published_at, Post.id)
    return render_template(
        "profiles/show.html",
        person=person,
        page=page,
        pinned=find.pinned(person) if page.is_first else [],
        ties=ties_among([person]),
        distance=distance_to(person),
    )


OLD = {"redirect_to": "settings/profile/", "alias": True}
bp.add_url_rule("/profile", "edit", **OLD)
bp.add_url_rule("/profile/edit", "edit", **OLD)


@bp.get("/settings/profile/")
def edit():
    """Show the reader their own profile as a form."""
    form = ProfileForm(data=ProfileForm.said_by(current_user))
    form.begin_with(current_user)
    return _page(form)


@bp.post("/settings/profile/")
def update():
    """Change what the reader's profile says; over newer words, show both instead."""
    form = ProfileForm()
    if not form.validate():
        return _page(form), 422
    person = find.oneself("name", "bio", "location", "links")
    if form.is_behind(person):
        form.begin_with(person)
        return _page(form, newer=ProfileForm.said_by(person)), 409
    person.describe(**form.description)
    db.session.commit()
    flash(_("Saved. Your page shows it already."), "success")
    return redirect(person.path, 303)


def _page(form, newer=None):
    return render_template("profiles/edit.html", form=form, newer=newer)
