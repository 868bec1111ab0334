from app.api import etags, find_posts, posts
from app.api.blueprint import Blueprint, needs
from app.api.schemas.posts import PostAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member

bp = Blueprint("restorations", __name__, "Posts that come out of the bin.")


@bp.post("/posts/<slug>/restoration")
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.answers(200, PostAnswer)
@bp.fails(404)
def create(slug):
    """Take a post out of the bin; what missed its time there is a draft."""
    post = find_posts.own(slug, lock=True)
    post.take_back()
    db.session.commit()
    post = find_posts.again(post)
    return etags.answer({"post": posts.one(post)}, post.version)
