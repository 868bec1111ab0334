from app.api import shapes
from app.api.blueprint import Blueprint
from app.api.joining import joined
from app.api.schemas.answers import UserAnswer
from app.api.schemas.requests import Registration
from app.extensions import db
from app.models import AccessToken
from app.web import audit
from app.web.access import public
from app.web.headers import keep_nowhere
from app.web.limits import against_sign_ups
from app.web.programs import program_name

bp = Blueprint("users", __name__, "Joining.")


@bp.post("/users")
@public
@against_sign_ups
@bp.takes(Registration)
@bp.answers(201, UserAnswer)
@bp.fails(403, 409)
def create(given):
    """Join, and get a token; none yet where somebody has to let one in."""
    account = joined(given)
    db.session.flush()
    token = ""
    if account.is_approved:
        _, token = AccessToken.sign_in(account.user, program_name())
    else:
        audit.record("request.made", account)
    db.session.commit()
    keep_nowhere()
    return {"user": shapes.user(account.user, account, token)}
