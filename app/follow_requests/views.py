from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import FollowRequest
from app.web import find
from app.web.marks import ties_among
from app.web.pagination import paginate
from app.web.urls import back_path

bp = Blueprint("follow_requests", __name__, url_prefix="/follow-requests")


@bp.get("/", defaults={"box": "received"})
@bp.get("/<any(sent):box>")
def index(box):
    """List who asks to follow the reader, or whom the reader asked."""
    if box == "received":
        rows, key, side = current_user.requests(), FollowRequest.follower_id, "follower"
    else:
        rows, key, side = current_user.asked(), FollowRequest.followed_id, "followed"
    page = paginate(rows, FollowRequest.created_at, key)
    people = [getattr(request, side) for request in page]
    return render_template(
        "follow_requests/index.html",
        box=box,
        page=page,
        people=people,
        ties=ties_among(people),
    )


@bp.post("/<handle:handle>")
def update(handle):
    """Let somebody follow who asks to."""
    person = find.person(handle)
    if current_user.accept(person):
        flash(_("%(name)s follows you now.", name=person.name), "success")
    else:
        _say_it_is_over()
    db.session.commit()
    return _back()


@bp.post("/<handle:handle>/delete")
def destroy(handle):
    """Say no to somebody who asks; nobody tells them."""
    person = find.person(handle)
    if current_user.refuse(person):
        flash(_("Turned down. %(name)s isn’t told.", name=person.name), "success")
    else:
        _say_it_is_over()
    db.session.commit()
    return _back()


def _say_it_is_over():
    flash(_("There is nothing to answer here any more."), "info")


def _back():
    return redirect(back_path(url_for("follow_requests.index")), 303)
