"""What programs can ask: the same site, as data."""

from flask import Blueprint

from app.api.guard import ask_for_token
from app.api.views import articles
from app.extensions import csrf

bp = Blueprint("api", __name__, url_prefix="/api")
bp.before_request(ask_for_token)
bp.register_blueprint(articles.bp)
# A program brings no cookie that somebody else could use.
csrf.exempt(articles.bp)
