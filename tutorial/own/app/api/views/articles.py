from flask import Blueprint
from flask_login import current_user

from app.api import etags, find, shapes
from app.api.parser import Parser
from app.api.schemas.requests import ArticleQuery, NewArticle
from app.extensions import db
from app.web.access import public
from app.web.marks import followed_among
from app.web.publishing import publish

bp = Blueprint("articles", __name__)
parser = Parser()


@bp.get("/articles")
@public
@parser.use_args(ArticleQuery, location="query")
def index(asked):
    """List articles, newest first."""
    found = find.articles(asked["author"])
    some = found.limit(asked["limit"]).offset(asked["offset"])
    posts = db.session.scalars(some).all()
    followed = followed_among(post.author for post in posts)
    count = db.select(db.func.count()).select_from(found.order_by(None).subquery())
    return {
        "articles": [shapes.in_list(post, followed) for post in posts],
        "articlesCount": db.session.scalar(count),
    }


@bp.get("/articles/<slug>")
@public
def show(slug):
    """Show one article, with its text."""
    return _shown(find.article(slug))


@bp.post("/articles")
@parser.use_args(NewArticle)
def create(given):
    """Publish an article."""
    post = publish(current_user.write(**given))
    return _shown(post, 201)


def _shown(post, code=200):
    said = {"article": shapes.whole(post, followed_among([post.author]))}
    return etags.answer(said, post.version, code)
