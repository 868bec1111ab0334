from app.api import etags, find_posts, posts
from app.api.blueprint import Blueprint, needs
from app.api.schemas.posts import PostAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member
from app.web.problems import refuse

bp = Blueprint("revision_restorations", __name__, "Earlier texts that come back.")


@bp.post("/posts/<slug>/revisions/<row:number>/restoration")
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.answers(200, PostAnswer)
@bp.fails(404, 409, 412)
def create(slug, number):
    """Make an earlier text of a post the present one; that one is kept as well."""
    post = find_posts.own_to_change(slug)
    etags.refuse_unless_seen(post.version)
    text = find_posts.revision(post, number)
    if post.is_promised and not text.body.strip():
        refuse(409, revision="is empty: make the post a draft first")
    post.restore(text)
    db.session.commit()
    post = find_posts.again(post)
    return etags.answer({"post": posts.one(post)}, post.version)
