from flask_login import current_user

from app.api import people
from app.api.blueprint import Blueprint, needs
from app.api.find import profile
from app.api.find_people import with_open_ties
from app.api.schemas.people import People, PeopleQuery
from app.extensions import db
from app.models.access_token import Scope
from app.web import followings
from app.web.access import public

bp = Blueprint("followers", __name__, "Who follows somebody.")


@bp.get("/profiles/<username>/followers")
@public
@needs(Scope.PEOPLE_READ)
@bp.asks(PeopleQuery)
@bp.answers(200, People)
@bp.fails(403, 404)
def index(asked, username):
    """List who follows somebody, the latest first."""
    person, whole = with_open_ties(username), people.IN_LIST
    page, _ = followings.page_of(person, "followers", asked["q"], asked["limit"], whole)
    return people.answer(page, "follower")


@bp.delete("/profiles/<username>/follower")
@needs(Scope.PEOPLE_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(username):
    """Be followed by somebody no longer; nobody tells them."""
    current_user.send_away(profile(username))
    db.session.commit()
    return ""
