from app.api import faces
from app.api.blueprint import Blueprint, needs
from app.api.schemas.settings import FaceAnswer, NewFace
from app.models.access_token import Scope
from app.web.limits import against_work

bp = Blueprint("avatars", __name__, "The picture beside one’s name.")


@bp.put("/settings/avatar")
@needs(Scope.ACCOUNT_WRITE)
@against_work("60 per 30 minutes")
@bp.takes(NewFace)
@bp.answers(200, FaceAnswer)
@bp.fails(404)
def update(given):
    """Show a part of a picture of one's own, as one's avatar."""
    return faces.wear("avatar", given)


@bp.delete("/settings/avatar")
@needs(Scope.ACCOUNT_WRITE)
@bp.answers(204)
def destroy():
    """Show again the avatar that is drawn from one's username."""
    return faces.take_off("avatar")
