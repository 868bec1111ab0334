from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Invitation, people
from app.models.invitation import LIVE_AT_ONCE
from app.models.permissions import INVITE
from app.web import audit, find
from app.web.access import permitted
from app.web.invitation_form import InvitationForm, may_make_more
from app.web.limits import against_floods
from app.web.pagination import paginate

bp = Blueprint("invitations", __name__, url_prefix="/settings/invitations")

GUESTS = 20


@bp.get("/")
@permitted(INVITE)
def index():
    """List the reader's invitations and who came by them."""
    return _page(InvitationForm())


@bp.post("/")
@permitted(INVITE)
@against_floods("20 per hour")
def create():
    """Make an invitation, unless enough of them are about already."""
    form = InvitationForm()
    if form.validate() and not may_make_more():
        words = _("%(n)d of your invitations are about. Take one back.", n=LIVE_AT_ONCE)
        form.note.errors = [words]
    if form.errors:
        return _page(form), 422
    current_user.invite(**form.data)
    audit.record("invitation.made")
    db.session.commit()
    flash(_("Made. Send its link to whom you like."), "success")
    return redirect(url_for("invitations.index"), 303)


@bp.post("/<id:key>/delete")
@permitted(INVITE)
def destroy(key):
    """Take an invitation back: its link lets in nobody any more."""
    find.own_invitation(key).revoke()
    audit.record("invitation.revoked")
    db.session.commit()
    flash(_("Taken back. Its link lets in nobody any more."), "success")
    return redirect(url_for("invitations.index"), 303)


def _page(form):
    page = paginate(current_user.invitations(), Invitation.created_at, Invitation.id)
    guests = db.session.scalars(people.guests(current_user).limit(GUESTS)).all()
    return render_template(
        "invitations/index.html", form=form, page=page, guests=guests
    )
