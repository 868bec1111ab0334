from flask import Blueprint, Response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import db
from app.web.access import public

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@public
def show():
    """Say that the process answers; nothing behind it is asked."""
    return _plain("ok\n")


@bp.get("/readyz")
@public
def index():
    """Say whether pages can be served: whether the database answers."""
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return _plain("not ready\n", 503)
    return _plain("ready\n")


def _plain(words, status=200):
    response = Response(words, status, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response
