from flask import Blueprint, Response, current_app, render_template, request

from app.web.access import before_setup, public
from app.web.assets import current_assets

bp = Blueprint("offline", __name__)

_HOUR = "public, max-age=3600"


@bp.get("/offline")
@public
def index():
    """List the posts that this browser keeps; a script there knows them."""
    return render_template("offline/index.html")


@bp.get("/sw.js")
@before_setup
def show():
    """Give the browser the worker that keeps posts; an empty one where none should."""
    response = Response(_worker(), mimetype="text/javascript")
    response.headers["Cache-Control"] = _HOUR
    response.add_etag()
    return response.make_conditional(request)


def _worker():
    if not current_app.config["OFFLINE_READING"]:
        return ""
    assets = current_assets()
    script = (assets.folder / "js/worker.js").read_text(encoding="utf-8")
    return f'const STATIC = "{assets.url("")}";\n{script}'
