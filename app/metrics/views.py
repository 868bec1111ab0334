from hmac import compare_digest

from flask import Blueprint, Response, abort, current_app, request
from prometheus_client import CONTENT_TYPE_LATEST

from app.web.access import before_setup

bp = Blueprint("metrics", __name__)


@bp.get("/metrics")
@before_setup
def show():
    """Tell Prometheus, which brings the token of the settings."""
    token = current_app.config["METRICS_TOKEN"]
    if not token:
        abort(404)
    brought = request.headers.get("Authorization", "")
    if not compare_digest(brought.encode(), f"Bearer {token}".encode()):
        return Response("A token is needed.\n", 401, {"WWW-Authenticate": "Bearer"})
    words = current_app.extensions["metrics"].exposition()
    headers = {"Cache-Control": "no-store"}
    return Response(words, headers=headers, content_type=CONTENT_TYPE_LATEST)
