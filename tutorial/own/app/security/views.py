from flask import Blueprint, render_template
from flask_login import current_user

from app.extensions import db
from app.models import LoginSession
from app.web.current import current_session

bp = Blueprint("security", __name__, url_prefix="/settings/security")


@bp.get("/")
def index():
    """Show where the reader is signed in."""
    return render_template(
        "security/index.html",
        sessions=db.session.scalars(LoginSession.of(current_user)).all(),
        here=current_session(),
    )
