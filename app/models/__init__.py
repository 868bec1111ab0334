"""The domain: one noun per file. Importing this package registers every table."""

from app.models.account import Account
from app.models.account_token import AccountToken
from app.models.admission import JoinRequest
from app.models.audit_entry import AuditEntry
from app.models.follow import Follow
from app.models.handle import Handle
from app.models.identity import Identity
from app.models.invitation import Invitation
from app.models.known_device import KnownDevice
from app.models.login_session import LoginSession
from app.models.outbox import Outbox
from app.models.passkey import Passkey
from app.models.post import Post
from app.models.recovery_code import RecoveryCode
from app.models.site import Site
from app.models.totp import Totp
from app.models.user import User

__all__ = [
    "Account",
    "AccountToken",
    "AuditEntry",
    "Follow",
    "Handle",
    "Identity",
    "Invitation",
    "JoinRequest",
    "KnownDevice",
    "LoginSession",
    "Outbox",
    "Passkey",
    "Post",
    "RecoveryCode",
    "Site",
    "Totp",
    "User",
]
