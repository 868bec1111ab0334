from flask import Blueprint, Response

from app.web.access import before_setup

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@before_setup
def show():
    """Say that the process answers; nothing behind it is asked."""
    response = Response("ok\n", mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response
