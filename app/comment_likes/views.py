from flask import Blueprint, redirect
from flask_login import current_user

from app.extensions import db
from app.web.find_comments import post_at, standing_below
from app.web.limits import for_each_member
from app.web.urls import back_path

bp = Blueprint(
    "comment_likes",
    __name__,
    url_prefix="/@<handle:handle>/<slug:slug>/comments/<id:key>/like",
)


@bp.post("")
@for_each_member("120 per minute")
def create(handle, slug, key):
    """Like a comment."""
    comment = standing_below(post_at(handle, slug), key)
    current_user.like_comment(comment)
    db.session.commit()
    return _back_to(comment)


@bp.post("/delete")
@for_each_member("120 per minute")
def destroy(handle, slug, key):
    """Like a comment no longer."""
    comment = standing_below(post_at(handle, slug), key)
    current_user.unlike_comment(comment)
    db.session.commit()
    return _back_to(comment)


def _back_to(comment):
    """The page one came from, at the comment and not at its top."""
    return redirect(f"{back_path(comment.path_of_page)}#c{comment.id}", 303)
