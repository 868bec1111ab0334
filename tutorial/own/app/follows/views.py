from flask import Blueprint, redirect, render_template
from flask_login import current_user

from app.extensions import db
from app.models import Follow
from app.web import find
from app.web.access import public
from app.web.marks import followed_among
from app.web.pagination import paginate
from app.web.urls import back_path

bp = Blueprint("follows", __name__, url_prefix="/@<handle:handle>")


@bp.get("/<any(followers, following):side>")
@public
def index(handle, side):
    """List who follows somebody, or whom they follow."""
    person = find.person(handle)
    if side == "followers":
        page = paginate(person.followers(), Follow.created_at, Follow.follower_id)
        people = [follow.follower for follow in page]
    else:
        page = paginate(person.following(), Follow.created_at, Follow.followed_id)
        people = [follow.followed for follow in page]
    return render_template(
        "follows/index.html",
        person=person,
        side=side,
        page=page,
        people=people,
        followed=followed_among(people),
    )


@bp.post("/follow")
def create(handle):
    """Follow somebody."""
    person = find.person(handle)
    current_user.follow(person)
    db.session.commit()
    return redirect(back_path(person.path), 303)


@bp.post("/follow/delete")
def destroy(handle):
    """Follow somebody no longer."""
    person = find.person(handle)
    current_user.unfollow(person)
    db.session.commit()
    return redirect(back_path(person.path), 303)
