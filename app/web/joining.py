"""The door of the site: who may join, and what it takes at this moment."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from wtforms import Field
from wtforms.validators import ValidationError

from app.extensions import db
from app.lib.plaintext import one_line
from app.models import Account, Invitation, JoinRequest, Site, User
from app.models.admission import BACKLOG, REASON_LONGEST
from app.models.permissions import INVITE
from app.web import audit
from app.web.account_form import AccountForm, taken_handle
from app.web.current import sign_in, start_over
from app.web.forms import AtMost, LineField, TextField
from app.web.mail_kinds import unsubscribe_url, wants
from app.web.owner import ask_to_confirm, tell
from app.web.races import won
from app.web.site import site_of_now, who_may_join
from app.web.trusted_addresses import check_address, is_taken, taken_address, trust
from app.web.urls import absolute_url, next_path

_ENDED = _l("This invitation is used up or has ended. Ask for another one.")


@dataclass(frozen=True)
class Door:
    """How one joins at this moment, for somebody with this invitation or without."""

    joining: str
    invitation: Invitation | None = None

    @property
    def is_closed(self) -> bool:
        return self.joining == "closed"

    @property
    def asks_for_code(self) -> bool:
        return self.joining == "invitation" and self.invitation is None

    @property
    def asks_for_reason(self) -> bool:
        return self.joining == "request" and self.invitation is None

    @property
    def is_crowded(self) -> bool:
        """Whether more people wait already than anybody could read."""
        if not self.asks_for_reason:
            return False
        return requests_waiting() >= BACKLOG


def requests_waiting() -> int:
    """How many people wait to be let in."""
    return db.session.scalar(JoinRequest.count()) or 0


def door(code: str = "") -> Door:
    """Ask the database, not what is remembered of the site, who may join.

    :param code: of an invitation. It opens every door but a closed one.
    """
    site = site_of_now()
    return Door(who_may_join(site), _invitation(code, site) if code else None)


def _invitation(code: str, site: Site) -> Invitation | None:
    """The invitation with ``code``, if its maker may still invite."""
    inviter = joinedload(Invitation.inviter).joinedload(User.account)
    found = db.session.scalar(
        select(Invitation).where(Invitation.code == code.lower()).options(inviter)
    )
    if found is None or not found.is_live or found.inviter.is_away:
        return None
    found.inviter.granted_to_all = site.granted_to_all
    return found if found.inviter.can(INVITE) else None


class JoiningForm(AccountForm):
    """What a newcomer is asked: who they are, and whatever the door demands.

    Its view asks :attr:`door`, opens an account for :attr:`person`, and calls
    :func:`admit` and :func:`welcome`.
    """

    code = LineField(_l("Invitation code"), [AtMost(100)])
    reason = TextField(_l("Why would you like to join?"), [AtMost(REASON_LONGEST)])

    def __init__(self, **known: Any) -> None:
        super().__init__(**known)
        self.door = door(one_line(self.code.data or ""))

    def validate_email(self, field: Field) -> None:
        check_address(field)

    def validate_code(self, field: Field) -> None:
        if self.door.asks_for_code:
            raise ValidationError(
                _ENDED if field.data else _("Enter the code of your invitation.")
            )

    def validate_reason(self, field: Field) -> None:
        if self.door.asks_for_reason and not field.data.strip():
            raise ValidationError(_("A sentence or two is enough."))
        if self.door.is_crowded:
            raise ValidationError(
                _("Many people are waiting to be let in. Come back in a few days.")
            )

    @property
    def person(self) -> dict[str, Any]:
        """What :meth:`app.models.Account.open` wants to know; a reason, to wait."""
        why = self.reason.data.strip() if self.door.asks_for_reason else None
        return {**super().person, "reason": why}


def admit(form: JoiningForm, account: Account) -> bool:
    """Write ``account``, use up one place of its invitation, and thank who made it.

    The caller commits. False when somebody else took the handle, the address or the
    last place a moment ago: nothing is written then, and the form says so.
    """
    trust(account)
    if not won():
        _say_what_is_taken(form)
        return False
    return _take_place(form, account)


def _say_what_is_taken(form: JoiningForm) -> None:
    if is_taken(form.email.data):
        form.email.errors = [taken_address()]
    else:
        form.handle.errors = [taken_handle(form.handle.data)]


def _take_place(form: JoiningForm, account: Account) -> bool:
    invitation = form.door.invitation
    if invitation is None:
        return True
    if not invitation.take_place():
        code = invitation.code
        start_over()
        form.door, form.code.errors = door(code), [_ENDED]
        return False
    inviter = invitation.inviter
    account.come_by(inviter)
    page = absolute_url("profiles.show", handle=account.user.handle)
    _thank(inviter.account, account.user, page)
    return True


def _thank(inviter: Account, guest: User, page: str) -> None:
    kind = "invitation_accepted"
    if wants(inviter, kind):
        end = unsubscribe_url(inviter, kind)
        tell("invitation_accepted", inviter, unsubscribe=end, guest=guest, link=page)


def welcome(account: Account, wanted: str = "") -> str:
    """Sign a newcomer in, unless they have to wait, and have the address confirmed.

    :param wanted: where they were going, by default what the form says.
    :returns: the path of the page that comes next.
    """
    if not account.is_confirmed:
        ask_to_confirm(account)
    if account.is_approved:
        sign_in(account, keep=True)
        return wanted or next_path()
    audit.record("request.made", account)
    return url_for("accounts.show")
