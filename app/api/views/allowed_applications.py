from flask_login import current_user

from app.api.acting import allowed_shape
from app.api.blueprint import Blueprint, needs
from app.api.schemas.tokens import AllowedApplications
from app.extensions import db
from app.models.access_token import Scope
from app.web import audit, find_tokens
from app.web.shutting_out import end_application

bp = Blueprint("allowed_applications", __name__, "Which applications act for oneself.")


@bp.get("/applications")
@needs(Scope.ACCOUNT_READ)
@bp.answers(200, AllowedApplications)
def index():
    """List the applications that the reader let in, by name."""
    found = find_tokens.allowed_applications()
    return {"applications": [allowed_shape(one) for one in found]}


@bp.delete("/applications/<row:key>")
@needs(Scope.ACCOUNT_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """Let an application in no longer: all of its tokens end at once."""
    allowed = find_tokens.allowed_application(key)
    audit.record("application.ended", detail=allowed.application.name)
    end_application(current_user.id, key)
    db.session.commit()
    return ""
