from flask_login import current_user

from app.api import find, shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.answers import ProfileAnswer
from app.extensions import db
from app.models.access_token import Scope
from app.web.limits import for_each_member
from app.web.problems import refuse

bp = Blueprint("follows", __name__, "Whom one follows.")


@bp.post("/profiles/<username>/follow")
@needs(Scope.PEOPLE_WRITE)
@for_each_member("500 per hour")
@bp.answers(200, ProfileAnswer)
@bp.fails(403, 404)
def create(username):
    """Follow somebody, or ask them, where they wish to be asked."""
    person = find.profile(username)
    if current_user.has_blocked(person):
        refuse(403, profile="is blocked by you")
    current_user.follow(person)
    return _answer(person)


@bp.delete("/profiles/<username>/follow")
@needs(Scope.PEOPLE_WRITE)
@bp.answers(200, ProfileAnswer)
@bp.fails(404)
def destroy(username):
    """Follow somebody no longer, or ask them no longer."""
    person = find.profile(username)
    current_user.unfollow(person)
    return _answer(person)


def _answer(person):
    db.session.commit()
    return {"profile": shapes.profile(person, current_user.is_following(person))}
