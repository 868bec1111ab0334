from flask_login import current_user

from app.api import pages, shapes
from app.api.blueprint import Blueprint, needs
from app.api.schemas.invitations import InvitationAnswer, Invitations, NewInvitation
from app.api.schemas.lists import Place
from app.extensions import db
from app.models import Invitation
from app.models.access_token import Scope
from app.models.invitation import LIVE_AT_ONCE
from app.models.permissions import INVITE
from app.web import audit, find
from app.web.access import permitted
from app.web.invitation_form import may_make_more
from app.web.limits import against_floods
from app.web.pagination import paginate
from app.web.problems import refuse

bp = Blueprint("invitations", __name__, "Codes that let others in.")


@bp.get("/invitations")
@permitted(INVITE)
@needs(Scope.ACCOUNT_READ)
@bp.asks(Place)
@bp.answers(200, Invitations)
def index(asked):
    """List the reader's invitations, newest first."""
    mine, size = current_user.invitations(), asked["limit"]
    page = paginate(mine, Invitation.created_at, Invitation.id, size=size)
    return pages.answer("invitations", page, shapes.invitation)


@bp.post("/invitations")
@permitted(INVITE)
@needs(Scope.ACCOUNT_WRITE)
@against_floods("20 per hour")
@bp.takes(NewInvitation)
@bp.answers(201, InvitationAnswer)
def create(given):
    """Make an invitation, unless enough of them are about already."""
    if not may_make_more():
        refuse(422, invitation=f"is one too many: take one of the {LIVE_AT_ONCE} back")
    made = current_user.invite(**given)
    audit.record("invitation.made")
    db.session.commit()
    return {"invitation": shapes.invitation(made)}


@bp.delete("/invitations/<row:key>")
@permitted(INVITE)
@needs(Scope.ACCOUNT_WRITE)
@bp.answers(204)
@bp.fails(404)
def destroy(key):
    """Take an invitation back: its code lets in nobody any more."""
    find.own_invitation(key).revoke()
    audit.record("invitation.revoked")
    db.session.commit()
    return ""
