from app.api import shapes
from app.api.blueprint import Blueprint
from app.api.schemas.answers import UserAnswer
from app.api.schemas.requests import SignIn
from app.extensions import db
from app.models import AccessToken
from app.models.account import account_behind
from app.web.access import public
from app.web.devices import meet_program
from app.web.headers import keep_nowhere
from app.web.hindrances import Hindered, hindrance
from app.web.limits import against_guessing
from app.web.problems import refuse
from app.web.programs import program_name

bp = Blueprint("sign_ins", __name__, "Signing in.")


@bp.post("/users/login")
@public
@against_guessing
@bp.takes(SignIn)
@bp.answers(200, UserAnswer)
@bp.fails(401, 403)
def create(given):
    """Give a token for an address, or a username, and a password."""
    account = account_behind(given["email"], given["password"])
    if account is None:
        refuse(401, credentials="invalid")
    if account.has_second_factor:
        refuse(403, credentials="need a second factor: make a token in the settings")
    if found := hindrance(account):
        raise Hindered(found)
    name = program_name()
    meet_program(account, name)
    _, token = AccessToken.sign_in(account.user, name)
    db.session.commit()
    keep_nowhere()
    return {"user": shapes.user(account.user, account, token)}
