from flask_login import current_user

from app.api import find_people, people
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.people import Mutes, NewMute, PersonAnswer
from app.extensions import db
from app.models import Mute
from app.models.access_token import Scope
from app.web.limits import against_floods
from app.web.pagination import paginate

bp = Blueprint("mutes", __name__, "Of whom one wants to hear nothing on lists.")


@bp.get("/mutes")
@needs(Scope.PEOPLE_READ)
@bp.asks(Place)
@bp.answers(200, Mutes)
def index(asked):
    """List of whom the reader does not want to hear, the latest first."""
    mine = current_user.mutes().options(people.along(Mute.muted))
    page = paginate(mine, Mute.created_at, Mute.muted_id, size=asked["limit"])
    return people.kept_apart("mutes", page, "muted")


@bp.post("/profiles/<username>/mute")
@needs(Scope.PEOPLE_WRITE)
@against_floods("60 per minute")
@bp.takes(NewMute)
@bp.answers(200, PersonAnswer)
@bp.fails(404)
def create(given, username):
    """Hear nothing of somebody on lists, for a while or for good."""
    person = find_people.somebody_else(username)
    current_user.mute(person, given["until"])
    db.session.commit()
    return people.one(person)


@bp.delete("/profiles/<username>/mute")
@needs(Scope.PEOPLE_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(username):
    """Hear of somebody again."""
    current_user.unmute(find_people.muted(username))
    db.session.commit()
    return ""
