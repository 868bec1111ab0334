from flask_login import current_user

from app.api import find_posts, marking
from app.api.blueprint import Blueprint, needs
from app.api.rights import may_publish
from app.api.schemas.posts import PostAnswer
from app.api.schemas.writing import NewRepost
from app.models.access_token import Scope
from app.web.limits import for_each_member
from app.web.problems import refuse

bp = Blueprint("reposts", __name__, "Posts of others that one shows to followers.")


@bp.post("/posts/<slug>/repost")
@needs(Scope.MARKS_WRITE)
@for_each_member("60 per minute")
@bp.takes(NewRepost)
@bp.answers(200, PostAnswer)
@bp.fails(404, 409)
def create(given, slug):
    """Show a post to one’s followers; done again, with another remark."""
    post = find_posts.published(slug)
    if given["remark"]:
        may_publish()
    if not current_user.can_repost(post):
        refuse(409, post="is yours, or not for everybody")
    current_user.repost(post, given["remark"])
    return marking.answer(post)


@bp.delete("/posts/<slug>/repost")
@needs(Scope.MARKS_WRITE)
@for_each_member("60 per minute")
@bp.answers(200, PostAnswer)
@bp.fails(404)
def destroy(slug):
    """Show a post to one’s followers no longer."""
    post = find_posts.published(slug)
    current_user.unrepost(post)
    return marking.answer(post)
