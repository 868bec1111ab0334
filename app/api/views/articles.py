from flask_login import current_user

from app.api import etags, find, lists, shapes
from app.api.blueprint import Blueprint, needs
from app.api.rights import may_publish
from app.api.schemas.answers import ArticleAnswer, ArticleList
from app.api.schemas.requests import ArticleChange, ArticleQuery, NewArticle
from app.extensions import db
from app.models.access_token import Scope
from app.models.columns import now
from app.models.permissions import WRITE
from app.web.access import permitted, public
from app.web.limits import for_each_member
from app.web.publishing import publish

bp = Blueprint("articles", __name__, "Posts with a title, whoever wrote them.")


@bp.get("/articles")
@public
@needs(Scope.POSTS_READ)
@bp.asks(ArticleQuery)
@bp.answers(200, ArticleList)
def index(asked):
    """List articles, newest first."""
    return lists.listed(asked)


@bp.get("/articles/<slug>")
@public
@needs(Scope.POSTS_READ)
@bp.answers(200, ArticleAnswer)
@bp.fails(404, 412)
def show(slug):
    """Show one article, with its text."""
    return _shown(find.article_row(slug))


@bp.post("/articles")
@permitted(WRITE)
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.takes(NewArticle)
@bp.answers(201, ArticleAnswer)
def create(given):
    """Publish an article."""
    may_publish()
    post = current_user.write(**_words(given))
    db.session.flush()
    post.tag_with(given["tagList"])
    publish(post)
    db.session.commit()
    return _shown(find.shown_again(post), 201)


@bp.put("/articles/<slug>")
@needs(Scope.POSTS_WRITE)
@for_each_member("60 per minute")
@bp.takes(ArticleChange)
@bp.answers(200, ArticleAnswer)
@bp.fails(403, 404, 412)
def update(given, slug):
    """Change an article of one's own; what is not named stays."""
    post = find.own_article(slug)
    etags.refuse_unless_seen(post.version)
    post.revise(**{**post.words, **_words(given)})
    if "tagList" in given:
        post.tag_with(given["tagList"])
    if given:
        post.updated_at = now()
    db.session.commit()
    return _shown(find.shown_again(post))


@bp.delete("/articles/<slug>")
@needs(Scope.POSTS_WRITE)
@bp.answers(204)
@bp.fails(403, 404, 412)
def destroy(slug):
    """Put an article of one's own into the bin, where it rests for 30 days."""
    post = find.own_article(slug)
    etags.refuse_unless_seen(post.version)
    post.throw_away()
    db.session.commit()
    return ""


def _words(given):
    """What of a request is the text, by the names that posts have for it."""
    names = {"title": "title", "description": "summary", "body": "body"}
    return {ours: given[name] for name, ours in names.items() if name in given}


def _shown(row, code=200):
    return etags.answer({"article": shapes.article(row)}, row.version, code)
