"""The roles by the names that people call them, and what a change of one entails."""

from typing import Final

from flask_babel import lazy_gettext as _l

from app.models import Account
from app.web import audit
from app.web.current import end_sessions_of
from app.web.owner import tell
from app.web.urls import absolute_url

#: In the order of what they may do; the same as in app/models/permissions.py.
NAMES: Final = {
    "member": _l("Member"),
    "author": _l("Author"),
    "moderator": _l("Moderator"),
    "admin": _l("Admin"),
}


def change_role(account: Account, role: str) -> bool:
    """Give ``account`` another role, and write to its person.

    Whoever gains or loses rights signs in once more, everywhere. The same role as
    before changes nothing.

    :returns: False for the last admin, who stays one.
    """
    earlier = account.role
    if role == earlier:
        return True
    if not account.take_role(role):
        return False
    end_sessions_of(account)
    audit.record("role.changed", account, detail=f"{earlier} → {role}")
    sign_in = absolute_url("auth.new")
    tell("role_changed", account, role=role, names=NAMES, link=sign_in)
    return True
