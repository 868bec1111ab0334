from flask import Blueprint

from app.extensions import csrf, db
from app.web.access import public
from app.web.limits import against_made_up_tokens
from app.web.oauth import revocation_answer

bp = Blueprint("oauth_revocations", __name__, url_prefix="/oauth/revoke")


@bp.post("")
@csrf.exempt
@public
@against_made_up_tokens
def create():
    """End what a token came of; one that is none changes nothing (RFC 7009)."""
    answer = revocation_answer()
    db.session.commit()
    return answer
