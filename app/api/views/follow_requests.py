from flask_login import current_user

from app.api import people
from app.api.blueprint import Blueprint, needs
from app.api.find import profile
from app.api.schemas.people import People, PersonAnswer, RequestsQuery
from app.extensions import db
from app.models import FollowRequest
from app.models.access_token import Scope
from app.web.pagination import paginate
from app.web.problems import refuse

bp = Blueprint("follow_requests", __name__, "Who asks to follow somebody.")


@bp.get("/follow-requests")
@needs(Scope.PEOPLE_READ)
@bp.asks(RequestsQuery)
@bp.answers(200, People)
def index(asked):
    """List who asks to follow the reader, or whom the reader asked."""
    if asked["box"] == "received":
        rows, key, side = current_user.requests(), FollowRequest.follower_id, "follower"
    else:
        rows, key, side = current_user.asked(), FollowRequest.followed_id, "followed"
    rows = rows.options(people.along(getattr(FollowRequest, side)))
    page = paginate(rows, FollowRequest.created_at, key, size=asked["limit"])
    return people.answer(page, side)


@bp.put("/follow-requests/<username>")
@needs(Scope.PEOPLE_WRITE)
@bp.answers(200, PersonAnswer)
@bp.fails(404)
def update(username):
    """Let somebody follow who asks to."""
    person = profile(username)
    if not current_user.accept(person):
        refuse(404, request="not found")
    db.session.commit()
    return people.one(person)


@bp.delete("/follow-requests/<username>")
@needs(Scope.PEOPLE_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(username):
    """Say no to somebody who asks; nobody tells them."""
    if not current_user.refuse(profile(username)):
        refuse(404, request="not found")
    db.session.commit()
    return ""
