from app.api import people
from app.api.blueprint import Blueprint, needs
from app.api.find_people import with_open_ties
from app.api.schemas.people import People, PeopleQuery
from app.models.access_token import Scope
from app.web import followings
from app.web.access import public

bp = Blueprint("following", __name__, "Whom somebody follows.")


@bp.get("/profiles/<username>/following")
@public
@needs(Scope.PEOPLE_READ)
@bp.asks(PeopleQuery)
@bp.answers(200, People)
@bp.fails(403, 404)
def index(asked, username):
    """List whom somebody follows, the latest first."""
    person, whole = with_open_ties(username), people.IN_LIST
    page, _ = followings.page_of(person, "following", asked["q"], asked["limit"], whole)
    return people.answer(page, "followed")
