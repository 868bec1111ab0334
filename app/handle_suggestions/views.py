from flask import Blueprint, request
from flask_login import current_user

from app.extensions import db
from app.lib.plaintext import bare
from app.models import suggestions
from app.web.limits import for_each_member

bp = Blueprint("handle_suggestions", __name__, url_prefix="/suggestions/people")


@bp.get("/")
@for_each_member("300 per minute")
def index():
    """List people whose handle or name begins as ``?q=`` does."""
    typed = bare(request.args.get("q", "").removeprefix("@"))
    if not typed:
        return []
    people = db.session.scalars(suggestions.people(typed, current_user))
    return [{"value": f"@{person.handle}", "note": person.name} for person in people]
