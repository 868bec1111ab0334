"""The domain: one noun per file. Importing this package registers every table."""

from app.models.account import Account
from app.models.account_token import AccountToken
from app.models.address import FormerSlug
from app.models.admission import JoinRequest
from app.models.audit_entry import AuditEntry
from app.models.face import Face
from app.models.follow import Follow
from app.models.handle import Handle
from app.models.identity import Identity
from app.models.invitation import Invitation
from app.models.known_device import KnownDevice
from app.models.link_preview import LinkPreview
from app.models.login_session import LoginSession
from app.models.outbox import Outbox
from app.models.passkey import Passkey
from app.models.picture import Picture, PictureUse
from app.models.pin import Pin
from app.models.post import Post
from app.models.recovery_code import RecoveryCode
from app.models.revision import Revision
from app.models.series import Series, SeriesPart
from app.models.share import Share
from app.models.site import Site
from app.models.tag import Tag, Tagging
from app.models.totp import Totp
from app.models.user import User
from app.models.versions import Conflict
from app.models.working_copy import WorkingCopy

__all__ = [
    "Account",
    "AccountToken",
    "AuditEntry",
    "Conflict",
    "Face",
    "Follow",
    "FormerSlug",
    "Handle",
    "Identity",
    "Invitation",
    "JoinRequest",
    "KnownDevice",
    "LinkPreview",
    "LoginSession",
    "Outbox",
    "Passkey",
    "Picture",
    "PictureUse",
    "Pin",
    "Post",
    "RecoveryCode",
    "Revision",
    "Series",
    "SeriesPart",
    "Share",
    "Site",
    "Tag",
    "Tagging",
    "Totp",
    "User",
    "WorkingCopy",
]
