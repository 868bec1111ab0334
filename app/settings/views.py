from flask import Blueprint, redirect, url_for
from flask_login import current_user

from app.web.access import public

bp = Blueprint("settings", __name__, url_prefix="/settings")


@bp.get("/")
@public
def index():
    """Lead members to their profile, and visitors to what they can choose."""
    first = "profiles.edit" if current_user.is_authenticated else "appearance.edit"
    return redirect(url_for(first), 303)
