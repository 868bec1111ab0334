from flask_login import current_user

from app.api import oneself, shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.answers import UserAnswer
from app.api.schemas.requests import UserChange
from app.extensions import db
from app.models.access_token import Scope
from app.web.headers import keep_nowhere
from app.web.programs import presented_token

bp = Blueprint("user", __name__, "Oneself.")


@bp.get("/user")
@needs(Scope.ACCOUNT_READ)
@bp.answers(200, UserAnswer)
def show():
    """Show oneself."""
    return _answer()


@bp.put("/user")
@needs(Scope.ACCOUNT_WRITE)
@bp.takes(UserChange)
@bp.answers(200, UserAnswer)
@bp.fails(403, 409)
def update(given):
    """Change oneself; what is not named stays."""
    oneself.change(given)
    db.session.commit()
    return _answer()


def _answer():
    account, token = current_user.account, presented_token()
    keep_nowhere()
    return {"user": shapes.user(current_user, account, token)}
