from app.api.blueprint import Blueprint, needs
from app.api.schemas.answers import TagList
from app.extensions import db
from app.models import articles
from app.models.access_token import Scope
from app.models.tag import labels_of
from app.web.access import public

bp = Blueprint("tags", __name__, "Words under which articles are found.")


@bp.get("/tags")
@public
@needs(Scope.POSTS_READ)
@bp.answers(200, TagList)
def index():
    """List the tags of the newest two thousand articles."""
    lines = db.session.execute(articles.tag_lines())
    found = {label: None for line in lines for label in labels_of(*line)}
    return {"tags": list(found)}
