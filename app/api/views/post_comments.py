from flask_login import current_user

from app.api import find_comments, find_posts, threads
from app.api.blueprint import Blueprint, needs
from app.api.rights import may_speak
from app.api.schemas.comments import (
    CommentChange,
    CommentConflict,
    Comments,
    NewThreadComment,
    ThreadCommentAnswer,
    ThreadQuery,
)
from app.extensions import db
from app.models.access_token import Scope
from app.web.access import public
from app.web.find_comments import answered_below
from app.web.limits import for_each_member
from app.web.problems import Problem, refuse

bp = Blueprint("post_comments", __name__, "What people say below posts of any kind.")


@bp.get("/posts/<slug>/comments")
@public
@needs(Scope.POSTS_READ)
@bp.asks(ThreadQuery)
@bp.answers(200, Comments)
@bp.fails(404)
def index(asked, slug):
    """List the conversations below a post: the beginning of each, as it is read."""
    return threads.below(find_posts.published(slug), asked)


@bp.get("/comments/<row:key>")
@public
@needs(Scope.POSTS_READ)
@bp.answers(200, ThreadCommentAnswer)
@bp.fails(404)
def show(key):
    """Show one comment."""
    return _answer(find_comments.comment(key))


@bp.post("/posts/<slug>/comments")
@needs(Scope.COMMENTS_WRITE)
@for_each_member("9 per 30 seconds")
@bp.takes(NewThreadComment)
@bp.answers(201, ThreadCommentAnswer)
@bp.fails(404)
def create(given, slug):
    """Say something below a post, or to somebody who said something there."""
    post = find_posts.published(slug)
    may_speak(post)
    above = given["parentId"] and answered_below(post, given["parentId"])
    if given["parentId"] and above is None:
        refuse(422, parentId="can't be read here")
    said = current_user.comment_on(post, given["body"], above)
    db.session.commit()
    return _answer(said)


@bp.put("/comments/<row:key>")
@needs(Scope.COMMENTS_WRITE)
@for_each_member("60 per minute")
@bp.takes(CommentChange)
@bp.answers(200, ThreadCommentAnswer)
@bp.alt_response(409, schema=CommentConflict, description="Over other words")
@bp.fails(404)
def update(given, key):
    """Change what one said."""
    said = find_comments.own(key)
    if said.deleted_at is not None:
        refuse(404, comment="not found")
    is_stale = given.get("version", said.version) != said.version
    if is_stale and given["body"] != said.body:
        why = f"is not the one of now, which is {said.version}"
        raise Problem(409, {"version": [why]}, more=_answer(said))
    said.change(given["body"])
    db.session.commit()
    return _answer(said)


@bp.delete("/comments/<row:key>")
@needs(Scope.COMMENTS_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """Take a comment of one's own back; its words can be had again for 30 days."""
    find_comments.own(key).take_back()
    db.session.commit()
    return ""


def _answer(said):
    return {"comment": threads.one(said)}
