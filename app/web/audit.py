"""The record of what happened to an account: written beside what happened."""

from typing import Final

from flask import request
from flask_babel import lazy_gettext as _l
from flask_login import current_user

from app.extensions import db
from app.models import Account, AuditEntry
from app.web.network import network

#: What can happen, and what people call it.
ACTIONS: Final = {
    "session.begun": _l("Signed in"),
    "session.begun_elsewhere": _l("Signed in on a new device"),
    "session.ended": _l("Signed a device out"),
    "sessions.ended": _l("Signed out everywhere else"),
    "password.changed": _l("Changed the password"),
    "password.reset": _l("Set a new password by mail"),
    "password.link_made": _l("Made a link for a new password"),
    "email.confirmed": _l("Confirmed the email address"),
    "email.changed": _l("Changed the email address"),
    "identity.linked": _l("Linked a way to sign in"),
    "identity.unlinked": _l("Unlinked a way to sign in"),
    "email.reverted": _l("Took the old email address back"),
    "totp.added": _l("Added an authenticator app"),
    "totp.removed": _l("Removed the authenticator app"),
    "passkey.added": _l("Added a passkey"),
    "passkey.removed": _l("Removed a passkey"),
    "recovery_codes.made": _l("Made new recovery codes"),
    "recovery_code.used": _l("Used a recovery code"),
    "factors.reset": _l("Reset the second factors"),
    "email.vouched": _l("Confirmed the address by hand"),
    "role.changed": _l("Changed the role"),
    "sessions.ended_by_admin": _l("Signed out everywhere"),
    "request.made": _l("Asked to join"),
    "request.approved": _l("Let in"),
    "request.refused": _l("Refused a request to join"),
    "invitation.made": _l("Made an invitation"),
    "invitation.revoked": _l("Took an invitation back"),
    "invitations.revoked": _l("Took all invitations back"),
    "post.featured": _l("Featured a post"),
    "post.unfeatured": _l("Featured a post no longer"),
    "site.changed": _l("Changed the settings of the site"),
    "page.published": _l("Published a page of the site"),
    "page.changed": _l("Changed a page of the site"),
    "page.withdrawn": _l("Took a page off the site"),
    "page.deleted": _l("Put a page of the site into the bin"),
    "page.returned": _l("Took a page of the site out of the bin"),
    "handle.changed": _l("Changed the handle"),
    "feed.begun": _l("Made a secret feed of the notifications"),
    "feed.ended": _l("Ended the secret feed of the notifications"),
    "webhook.added": _l("Added a webhook"),
    "webhook.changed": _l("Changed a webhook"),
    "webhook.renewed": _l("Made a new secret for a webhook"),
    "webhook.removed": _l("Removed a webhook"),
    "data.exported": _l("Took a copy of everything"),
    "account.deactivated": _l("Stepped away"),
    "account.deleted": _l("Asked for the account to be deleted"),
    "account.returned": _l("Came back"),
    "token.made": _l("Made a token for a program"),
    "token.ended": _l("Took a token back"),
    "application.registered": _l("Registered an application"),
    "application.changed": _l("Changed an application"),
    "application.secret_made": _l("Gave an application a new secret"),
    "application.deleted": _l("Deleted an application"),
    "application.allowed": _l("Let an application in"),
    "application.ended": _l("Let an application in no longer"),
    "account.limited": _l("Limited"),
    "account.unlimited": _l("Lifted the limit"),
    "account.suspended": _l("Suspended"),
    "account.unsuspended": _l("Lifted the suspension"),
}


def record(action: str, account: Account | None = None, detail: str = "") -> None:
    """Add an entry, in the transaction at hand.

    :param action: a key of :data:`ACTIONS`.
    :param account: to whom it happened; by default to the reader, who always did it.
        A command of those who run the machine is done by nobody who has an account.
    :param detail: what a reader of the record wants to know beside; 200 characters.
    """
    is_member = current_user.is_authenticated
    user_id = account.user_id if account else current_user.id
    entry = AuditEntry(
        user_id=user_id,
        actor_id=current_user.id if is_member else _themselves(user_id),
        action=action if action in ACTIONS else _unknown(action),
        detail=detail[:200],
        network=network() if request.remote_addr else "",
        device=request.user_agent.string[:200],
    )
    db.session.add(entry)


def action_words(action: str) -> str:
    """What people call ``action``; an entry outlives the version that wrote it."""
    return str(ACTIONS.get(action, action))


def _themselves(user_id: int) -> int | None:
    return user_id if request.remote_addr else None


def _unknown(action: str) -> str:
    raise ValueError(f"{action} has no words in ACTIONS")
