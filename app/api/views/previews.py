from app.api.blueprint import Blueprint, needs
from app.api.schemas.revisions import PreviewAnswer
from app.api.schemas.writing import Words
from app.models.access_token import Scope
from app.models.permissions import WRITE
from app.web.access import permitted
from app.web.limits import for_each_member
from app.web.preview import rendered

bp = Blueprint("previews", __name__, "What publishing would make of a text.")


@bp.post("/previews")
@permitted(WRITE)
@needs(Scope.POSTS_WRITE)
@for_each_member("120 per minute")
@bp.takes(Words)
@bp.answers(200, PreviewAnswer)
def create(given):
    """Draw a text, and keep nothing of it."""
    drawn = rendered(given["body"])
    return {"preview": {"html": drawn.html, "words": drawn.words}}
