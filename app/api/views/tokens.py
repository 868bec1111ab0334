from flask_login import current_user

from app.api import pages
from app.api.acting import token_shape
from app.api.blueprint import Blueprint, needs
from app.api.rights import has_signed_in
from app.api.schemas.lists import Place
from app.api.schemas.tokens import MadeToken, NewToken, Tokens
from app.extensions import db
from app.models import AccessToken
from app.models.access_token import MOST_PERSONAL, PERSONAL, SIGN_IN, Scope
from app.web import audit, find_tokens
from app.web.announce import announce
from app.web.headers import keep_nowhere
from app.web.limits import for_each_member
from app.web.pagination import paginate
from app.web.problems import refuse

bp = Blueprint("tokens", __name__, "What acts for oneself.")


@bp.get("/tokens")
@needs(Scope.ACCOUNT_READ)
@bp.asks(Place)
@bp.answers(200, Tokens)
def index(asked):
    """List the tokens of the reader, the latest first; never themselves."""
    mine = AccessToken.of(current_user, PERSONAL, SIGN_IN)
    size = asked["limit"]
    page = paginate(mine, AccessToken.created_at, AccessToken.id, size=size)
    return pages.answer("tokens", page, token_shape)


@bp.post("/tokens")
@needs(Scope.ACCOUNT_WRITE)
@for_each_member("60 per hour")
@bp.takes(NewToken)
@bp.answers(201, MadeToken)
@bp.fails(403, 409)
def create(given):
    """Make a token, if the one that asks was given for the password."""
    if not has_signed_in():
        refuse(403, tokens="are made by who has signed in")
    if not AccessToken.is_room_for(current_user):
        refuse(409, tokens=f"are as many as fit: end one of the {MOST_PERSONAL} first")
    known = given["name"], given["scopes"], given["expiresAt"]
    row, token = AccessToken.issue(current_user, PERSONAL, *known)
    announce("token.made", current_user.account, row.name)
    db.session.commit()
    keep_nowhere()
    return {"token": {**token_shape(row), "token": token}}


@bp.delete("/tokens/<row:key>")
@needs(Scope.ACCOUNT_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """End a token of the reader: also the one that asks, which signs it out."""
    row = find_tokens.own_token(key)
    audit.record("token.ended", detail=row.name)
    db.session.delete(row)
    db.session.commit()
    return ""
