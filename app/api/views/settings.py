from app.api import settings
from app.api.blueprint import Blueprint, needs
from app.api.schemas.settings import SettingsAnswer, SettingsChange
from app.extensions import db
from app.models.access_token import Scope

bp = Blueprint("settings", __name__, "What one has chosen for oneself.")


@bp.get("/settings")
@needs(Scope.ACCOUNT_READ)
@bp.answers(200, SettingsAnswer)
def show():
    """Show what the reader has chosen."""
    return settings.shown()


@bp.put("/settings")
@needs(Scope.ACCOUNT_WRITE)
@bp.takes(SettingsChange)
@bp.answers(200, SettingsAnswer)
def update(given):
    """Choose something else; what is not named stays."""
    settings.choose(given)
    db.session.commit()
    return settings.shown()
