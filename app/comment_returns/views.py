from flask import Blueprint, abort, redirect
from flask_login import current_user

from app.extensions import db
from app.web.find_comments import comment_below, post_at

bp = Blueprint(
    "comment_returns",
    __name__,
    url_prefix="/@<handle:handle>/<slug:slug>/comments/<id:key>/return",
)


@bp.post("")
def create(handle, slug, key):
    """Have a comment read again, as long as its words are kept."""
    comment = comment_below(post_at(handle, slug), key)
    if comment.author_id != current_user.id:
        abort(403)
    comment.give_back()
    db.session.commit()
    return redirect(comment.anchor, 303)
