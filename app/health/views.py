from flask import Blueprint, Response, current_app

from app.web.access import before_setup
from app.web.readiness import is_ready

bp = Blueprint("health", __name__)


@bp.get("/healthz")
@before_setup
def show():
    """Say that the process answers; nothing behind it is asked."""
    return _plain("ok\n")


@bp.get("/readyz")
@before_setup
def index():
    """Say whether pages can be served, and what is well; why not, the log says."""
    checks = current_app.extensions["readiness"].now()
    ready = is_ready(checks)
    lines = [f"{check.name} {'ok' if check.is_well else 'not ok'}" for check in checks]
    verdict = "ready" if ready else "not ready"
    return _plain("\n".join([verdict, *lines, ""]), 200 if ready else 503)


def _plain(words, status=200):
    response = Response(words, status, mimetype="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response
