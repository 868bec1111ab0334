from flask_login import current_user

from app.api import find, shapes
from app.api.blueprint import Blueprint, needs
from app.api.rights import may_speak
from app.api.schemas.answers import CommentAnswer, CommentsAnswer
from app.api.schemas.requests import NewComment
from app.extensions import db
from app.models import threads
from app.models.access_token import Scope
from app.web.access import public
from app.web.current import reader
from app.web.limits import for_each_member
from app.web.marks import ties_among

bp = Blueprint("comments", __name__, "What people say below articles.")


@bp.get("/articles/<slug>/comments")
@public
@needs(Scope.POSTS_READ)
@bp.answers(200, CommentsAnswer)
@bp.fails(404)
def index(slug):
    """List what is said below an article, newest first: five hundred at most."""
    post = find.article(slug)
    said = db.session.scalars(threads.heard_below(post, reader()).limit(500)).all()
    followed = ties_among({one.author for one in said}).followed
    return {
        "comments": [shapes.comment(one, one.author_id in followed) for one in said]
    }


@bp.post("/articles/<slug>/comments")
@needs(Scope.COMMENTS_WRITE)
@for_each_member("9 per 30 seconds")
@bp.takes(NewComment)
@bp.answers(201, CommentAnswer)
@bp.fails(403, 404)
def create(given, slug):
    """Say something below an article."""
    post = find.article(slug)
    may_speak(post)
    said = current_user.comment_on(post, given["body"])
    db.session.commit()
    return {"comment": shapes.comment(said, following=False)}


@bp.delete("/articles/<slug>/comments/<row:key>")
@needs(Scope.COMMENTS_WRITE)
@bp.answers(204)
@bp.fails(403, 404)
def destroy(slug, key):
    """Take a comment of one's own back."""
    find.own_comment(find.article(slug), key).take_back()
    db.session.commit()
    return ""
