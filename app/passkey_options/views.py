from flask import Blueprint, abort, jsonify
from flask_login import current_user

from app.web import passkeys, pending
from app.web.access import public, while_away
from app.web.headers import keep_nowhere
from app.web.limits import against_floods

bp = Blueprint("passkey_options", __name__, url_prefix="/passkey-options")


@bp.post('/<any("sign-in", "second-step", "confirm"):purpose>')
@public
@while_away
@against_floods("100 per 15 minutes")
def create(purpose):
    """Ask for a passkey: what the browser needs to know before it uses one."""
    keep_nowhere()
    return jsonify(passkeys.options_to_use(purpose, _whose(purpose)))


def _whose(purpose):
    """Whose passkey will do; None for anybody’s."""
    if purpose == passkeys.SIGN_IN:
        return None
    if purpose == passkeys.CONFIRM:
        return current_user.account if current_user.is_authenticated else abort(401)
    half = pending.current()
    return half.account if half else abort(401)
