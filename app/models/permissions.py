"""What each role may do. Views and templates ask ``current_user.can(MODERATE)``."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from flask_login import AnonymousUserMixin

if TYPE_CHECKING:
    from app.models.account import Account


class Permission(StrEnum):
    WRITE = "write"
    INVITE = "invite"
    MODERATE = "moderate"
    ADMINISTER = "administer"


WRITE: Final = Permission.WRITE
INVITE: Final = Permission.INVITE
MODERATE: Final = Permission.MODERATE
ADMINISTER: Final = Permission.ADMINISTER

#: Every role and what it may do, beside what the site grants to all.
ROLES: Final[dict[str, frozenset[Permission]]] = {
    "member": frozenset(),
    "author": frozenset({WRITE}),
    "moderator": frozenset({WRITE, INVITE, MODERATE}),
    "admin": frozenset({WRITE, INVITE, MODERATE, ADMINISTER}),
}


class Permitted:
    """The part of a user that may do things here, by the role of the account."""

    # What the site grants to all; who loads a reader tells it (app/web/current.py).
    granted_to_all = frozenset({WRITE, INVITE})

    if TYPE_CHECKING:
        account: Account

    def can(self, permission: Permission) -> bool:
        granted = permission in self.granted_to_all
        return granted or permission in ROLES[self.account.role]


class Visitor(AnonymousUserMixin):
    """Somebody who is not signed in: asked the same questions, may do nothing."""

    def can(self, permission: Permission) -> bool:
        return False
