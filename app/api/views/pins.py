from flask_login import current_user

from app.api import find_posts, posts
from app.api.blueprint import Blueprint, needs
from app.api.schemas.posts import PostAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member
from app.web.problems import refuse

bp = Blueprint("pins", __name__, "Posts that stand first on one's page.")


@bp.post("/posts/<slug>/pin")
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.answers(200, PostAnswer)
@bp.fails(404, 409)
def create(slug):
    """Show a published post of one's own first, if there is room beside the others."""
    post = find_posts.own_to_change(slug)
    if not post.is_published:
        refuse(409, post="is not published")
    if not current_user.pin(post):
        refuse(409, pin="has no room: three posts are pinned already")
    return _answer(post)


@bp.delete("/posts/<slug>/pin")
@needs(Scope.POSTS_WRITE)
@bp.answers(200, PostAnswer)
@bp.fails(404, 409)
def destroy(slug):
    """Let a post stand where its time puts it."""
    post = find_posts.own_to_change(slug)
    current_user.unpin(post)
    return _answer(post)


def _answer(post):
    db.session.commit()
    return {"post": posts.one(find_posts.again(post))}
