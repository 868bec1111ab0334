from flask_login import current_user

from app.api import find_people, people
from app.api.blueprint import Blueprint, needs
from app.api.schemas.lists import Place
from app.api.schemas.people import Blocks, PersonAnswer
from app.extensions import db
from app.models import Block
from app.models.access_token import Scope
from app.web.limits import against_floods
from app.web.pagination import paginate

bp = Blueprint("blocks", __name__, "With whom one wants to have nothing to do.")


@bp.get("/blocks")
@needs(Scope.PEOPLE_READ)
@bp.asks(Place)
@bp.answers(200, Blocks)
def index(asked):
    """List whom the reader has blocked, the latest first."""
    mine = current_user.blocks().options(people.along(Block.blocked))
    page = paginate(mine, Block.created_at, Block.blocked_id, size=asked["limit"])
    return people.kept_apart("blocks", page, "blocked")


@bp.post("/profiles/<username>/block")
@needs(Scope.PEOPLE_WRITE)
@against_floods("60 per minute")
@bp.answers(200, PersonAnswer)
@bp.fails(404, 422)
def create(username):
    """Be apart from somebody: neither sees the other; nobody tells them."""
    person = find_people.somebody_else(username)
    current_user.block(person)
    db.session.commit()
    return people.one(person)


@bp.delete("/profiles/<username>/block")
@needs(Scope.PEOPLE_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(username):
    """Be apart no longer; who followed whom before is not remembered."""
    current_user.unblock(find_people.blocked(username))
    db.session.commit()
    return ""
