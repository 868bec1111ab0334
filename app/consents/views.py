from authlib.oauth2 import OAuth2Error
from flask import Blueprint, render_template, request

from app.extensions import db
from app.lib import redirects
from app.web import audit, find_tokens, oauth
from app.web.current import reader
from app.web.headers import keep_nowhere
from app.web.limits import for_each_member
from app.web.policies import lead_to

bp = Blueprint("consents", __name__, url_prefix="/oauth/authorize")


@bp.get("")
def new():
    """Ask the reader whether an application may act for them."""
    asked = oauth.asked_for()
    keep_nowhere()
    lead_to(redirects.source(asked.redirect_uri))
    return render_template(
        "consents/new.html",
        application=asked.client.application,
        host=redirects.place(asked.redirect_uri),
        asked=asked.request.scope.split(),
        allowed=_allowed(asked),
    )


@bp.post("")
@for_each_member("60 per hour")
def create():
    """Send the application back: with a code, or with a no."""
    asked = oauth.asked_for()
    is_allowed = request.form.get("answer") == "allow"
    if is_allowed and not set(asked.request.scope.split()) <= _allowed(asked):
        audit.record("application.allowed", detail=asked.client.application.name)
    answer = oauth.answered(asked, reader() if is_allowed else None)
    db.session.commit()
    return answer


@bp.errorhandler(OAuth2Error)
def _refuse(error):
    """Tell the application what is wrong; or, where nobody may be sent on, people."""
    if error.redirect_uri:
        return oauth.sent_back(error)
    return render_template("consents/refused.html", why=oauth.words_of(error)), 400


def _allowed(asked):
    """What the reader has allowed this application before."""
    return find_tokens.allowed_to(asked.client.application)
