from flask import Blueprint, current_app, render_template, url_for

from app.api_reference.chapters import chapters
from app.web.access import public

bp = Blueprint("api_reference", __name__)


@bp.get("/developers")
@public
def show():
    """Say what programs may ask, how, and what they are answered."""
    data = current_app.blueprints["api"].document()
    page = render_template("api_reference/show.html", chapters=chapters(data))
    # RFC 8631: what a program reads in place of this page.
    link = f'<{url_for("api.openapi.show")}>; rel="service-desc"'
    return page, {"Link": link}
