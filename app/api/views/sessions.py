from flask_login import current_user

from app.api.acting import session_shape
from app.api.blueprint import Blueprint, needs
from app.api.schemas.tokens import Sessions
from app.extensions import db
from app.models import LoginSession
from app.models.access_token import Scope
from app.web import audit, find
from app.web.devices import device_name

bp = Blueprint("sessions", __name__, "Browsers in which one is signed in.")


@bp.get("/sessions")
@needs(Scope.ACCOUNT_READ)
@bp.answers(200, Sessions)
def index():
    """List where the reader is signed in, the latest used first."""
    found = db.session.scalars(LoginSession.of(current_user))
    return {"sessions": [session_shape(row) for row in found]}


@bp.delete("/sessions/<row:key>")
@needs(Scope.ACCOUNT_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """Sign a browser out."""
    row = find.own_session(key)
    audit.record("session.ended", detail=device_name(row.device))
    db.session.delete(row)
    db.session.commit()
    return ""
