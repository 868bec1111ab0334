from app.api import etags, find_posts, pages, posts, writing
from app.api.blueprint import Blueprint, needs
from app.api.rights import may_publish
from app.api.schemas.posts import PostAnswer, PostConflict
from app.api.schemas.timelines import Posts
from app.api.schemas.writing import NewPost, PostChange, PostQuery
from app.extensions import db
from app.models import Conflict, Post
from app.models.access_token import Scope
from app.models.permissions import WRITE
from app.web.access import permitted, public
from app.web.current import start_over
from app.web.limits import for_each_member
from app.web.marks import marks_on, ties_among
from app.web.pagination import paginate
from app.web.problems import Problem

bp = Blueprint("posts", __name__, "Texts of any kind: articles and notes, drafts too.")


@bp.get("/posts")
@needs(Scope.POSTS_READ)
@bp.asks(PostQuery)
@bp.answers(200, Posts)
def index(asked):
    """List one's own posts, the newest first, whatever state they are in."""
    found = posts.own(asked.get("status"), asked.get("type"))
    page = paginate(found, Post.created_at, Post.id, asked["limit"])
    marks, ties = marks_on(page), ties_among([])
    return pages.answer("posts", page, lambda post: posts.in_list(post, marks, ties))


@bp.get("/posts/<slug>")
@public
@needs(Scope.POSTS_READ)
@bp.answers(200, PostAnswer)
@bp.fails(404, 412)
def show(slug):
    """Show one post, with its text; of one's own also what nobody else sees."""
    return _answer(find_posts.post(slug))


@bp.post("/posts")
@permitted(WRITE)
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.takes(NewPost)
@bp.answers(201, PostAnswer)
def create(given):
    """Write something: published now, at a time to come, or kept as a draft."""
    if given["status"] == "published":
        may_publish()
    post = writing.begin(given)
    writing.lay_on(post, given)
    db.session.commit()
    return _answer(find_posts.again(post), 201)


@bp.put("/posts/<slug>")
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.takes(PostChange)
@bp.answers(200, PostAnswer)
@bp.alt_response(409, schema=PostConflict, description="Over another text")
@bp.fails(404, 412)
def update(given, slug):
    """Change a post of one's own; what is not named stays."""
    post = find_posts.own_to_change(slug)
    etags.refuse_unless_seen(post.version)
    try:
        writing.lay_on(post, given)
    except Conflict:
        raise _conflict(slug) from None
    db.session.commit()
    return _answer(find_posts.again(post))


@bp.delete("/posts/<slug>")
@needs(Scope.POSTS_WRITE)
@bp.answers(204)
@bp.fails(404, 409, 412)
def destroy(slug):
    """Put a post of one's own into the bin, where it rests for 30 days."""
    post = find_posts.own_to_change(slug)
    etags.refuse_unless_seen(post.version)
    post.throw_away()
    db.session.commit()
    return ""


def _conflict(slug):
    """What was sent is still with who sent it; what is here they are shown."""
    start_over()
    post = find_posts.own(slug)
    why = f"is not the one of now, which is {post.version}"
    return Problem(409, {"version": [why]}, more={"post": posts.one(post)})


def _answer(post, code=200):
    return etags.answer({"post": posts.one(post)}, post.version, code)
