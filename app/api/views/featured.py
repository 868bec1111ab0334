from sqlalchemy.orm import contains_eager

from app.api import timelines as shown
from app.api.blueprint import Blueprint, needs
from app.api.posts import IN_LIST
from app.api.schemas.lists import Place
from app.api.schemas.timelines import Posts
from app.models import Feature, timelines
from app.models.access_token import Scope
from app.web.access import public
from app.web.current import reader
from app.web.pagination import paginate

bp = Blueprint("featured", __name__, "What was chosen to be shown first.")


@bp.get("/timelines/featured")
@public
@needs(Scope.POSTS_READ)
@bp.asks(Place)
@bp.answers(200, Posts)
def index(asked):
    """List what was chosen to be shown first, the latest choice before the others."""
    whole = contains_eager(Feature.post).options(*IN_LIST)
    chosen = timelines.featured(reader()).options(whole)
    page = paginate(chosen, Feature.created_at, Feature.post_id, size=asked["limit"])
    return shown.answer(page, [feature.post for feature in page])
