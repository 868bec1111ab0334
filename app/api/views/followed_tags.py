from flask_login import current_user

from app.api import find_tags, pages, shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.tags import FollowedTags, TagAnswer
from app.extensions import db
from app.models import TagFollow
from app.models.access_token import Scope
from app.models.tag_follow import MOST_TAGS
from app.web.limits import for_each_member
from app.web.pagination import paginate
from app.web.problems import refuse

bp = Blueprint("followed_tags", __name__, "Tags whose posts come to one’s home.")


@bp.get("/tags/followed")
@needs(Scope.PEOPLE_READ)
@bp.asks(Place)
@bp.answers(200, FollowedTags)
def index(asked):
    """List the tags that the reader follows, the latest first."""
    mine, size = current_user.followed_tags(), asked["limit"]
    page = paginate(mine, TagFollow.created_at, TagFollow.tag_id, size=size)
    return pages.answer("tags", page, lambda row: shapes.tag(row.tag, following=True))


@bp.post("/tags/<name>/follow")
@needs(Scope.PEOPLE_WRITE)
@for_each_member("300 per hour")
@bp.answers(200, TagAnswer)
@bp.fails(404, 422)
def create(name):
    """Follow a tag under which the reader finds something: a hundred at most."""
    tag = find_tags.tag_in_use(name)
    if not current_user.follow_tag(tag):
        refuse(422, tag=f"is one too many: let one of the {MOST_TAGS} go first")
    db.session.commit()
    return {"tag": shapes.tag(tag, following=True)}


@bp.delete("/tags/<name>/follow")
@needs(Scope.PEOPLE_WRITE)
@bp.answers(200, TagAnswer)
@bp.fails(404)
def destroy(name):
    """Follow a tag no longer."""
    tag = find_tags.followed_tag(name)
    current_user.unfollow_tag(tag)
    db.session.commit()
    return {"tag": shapes.tag(tag, following=False)}
