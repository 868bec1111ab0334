from flask import current_app

from app.api.blueprint import Blueprint
from app.web.access import public

bp = Blueprint("openapi", __name__, "What all this is.")


@bp.get("/openapi.json")
@public
@bp.answers(200, {"type": "object"})
def show():
    """Describe the API, as OpenAPI 3.1."""
    return current_app.blueprints["api"].document()
