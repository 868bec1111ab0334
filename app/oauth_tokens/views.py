from flask import Blueprint

from app.extensions import csrf, db
from app.web.access import public
from app.web.limits import against_made_up_tokens
from app.web.oauth import token_answer

bp = Blueprint("oauth_tokens", __name__, url_prefix="/oauth/token")


@bp.post("")
@csrf.exempt
@public
@against_made_up_tokens
def create():
    """Change a code, or the token of before, for one that is good for two hours."""
    answer = token_answer()
    # Also where it was refused: what was used twice has ended.
    db.session.commit()
    return answer
