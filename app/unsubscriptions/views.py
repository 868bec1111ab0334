from flask import Blueprint, abort, render_template

from app.extensions import csrf, db
from app.web.access import public, while_away
from app.web.limits import against_floods
from app.web.mail_kinds import KINDS, told_by

bp = Blueprint("unsubscriptions", __name__, url_prefix="/unsubscribe")


@bp.get("/<token>")
@public
@while_away
def new(token):
    """Ask whether letters of this kind shall end; programs that look change nothing."""
    return _page(token)


# A mail program sends this by itself, without a cookie or a token of a page, and does
# not follow redirects (RFC 8058). What is signed in the address is the authority.
@bp.post("/<token>")
@csrf.exempt
@public
@while_away
@against_floods("60 per minute")
def create(token):
    """End letters of this kind; once more changes nothing."""
    account, kind = told_by(token) or abort(404)
    account.mute(kind)
    db.session.commit()
    return _page(token)


def _page(token):
    account, kind = told_by(token) or abort(404)
    return render_template(
        "unsubscriptions/new.html",
        account=account,
        words=KINDS[kind],
        is_muted=kind in account.muted_mail,
    )
