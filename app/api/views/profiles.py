from app.api import find, shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.answers import ProfileAnswer
from app.models.access_token import Scope
from app.web.access import public
from app.web.marks import ties_among

bp = Blueprint("profiles", __name__, "People, as others see them.")


@bp.get("/profiles/<username>")
@public
@needs(Scope.POSTS_READ)
@bp.answers(200, ProfileAnswer)
@bp.fails(404)
def show(username):
    """Show who somebody is."""
    person = find.profile(username)
    is_followed = person.id in ties_among([person]).followed
    return {"profile": shapes.profile(person, is_followed)}
