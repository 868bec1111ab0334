"""The domain: one noun per file. Importing this package registers every table."""

from app.models.access_token import AccessToken
from app.models.account import Account
from app.models.account_token import AccountToken
from app.models.address import FormerSlug
from app.models.admission import JoinRequest
from app.models.application import Application
from app.models.audit_entry import AuditEntry
from app.models.block import Block
from app.models.bookmark import Bookmark
from app.models.comment import Comment
from app.models.comment_like import CommentLike
from app.models.consent import Consent
from app.models.conversation import Conversation
from app.models.face import Face
from app.models.feature import Feature
from app.models.feed_key import FeedKey
from app.models.follow import Follow
from app.models.follow_request import FollowRequest
from app.models.former_tag import FormerTag
from app.models.handle import Handle
from app.models.idempotency_key import IdempotencyKey
from app.models.identity import Identity
from app.models.invitation import Invitation
from app.models.known_device import KnownDevice
from app.models.like import Like
from app.models.link_preview import LinkPreview
from app.models.login_session import LoginSession
from app.models.matter import Matter
from app.models.mention import Mention
from app.models.message import Message
from app.models.moderation_act import ModerationAct
from app.models.mute import Mute
from app.models.muted_word import MutedWord
from app.models.not_now import NotNow
from app.models.notification import Notification, NotificationActor
from app.models.notification_settings import NotificationSettings
from app.models.outbox import Outbox
from app.models.page import Page
from app.models.page_address import FormerPageSlug
from app.models.page_text import PageCopy, PageText
from app.models.participant import Participant
from app.models.passkey import Passkey
from app.models.picture import PagePicture, Picture, PictureUse
from app.models.pin import Pin
from app.models.post import Post
from app.models.recovery_code import RecoveryCode
from app.models.report import Report
from app.models.repost import Repost
from app.models.revision import Revision
from app.models.search_index import PersonEntry, PostEntry
from app.models.series import Series, SeriesPart
from app.models.share import Share
from app.models.site import Site
from app.models.standing import Limitation
from app.models.suspension import Suspension
from app.models.tag import Tag, Tagging
from app.models.tag_follow import TagFollow
from app.models.tie import Ties
from app.models.timeline_entry import TimelineEntry
from app.models.totp import Totp
from app.models.user import User
from app.models.versions import Conflict
from app.models.visit import Visit
from app.models.webhook import Webhook
from app.models.webhook_delivery import WebhookDelivery
from app.models.working_copy import WorkingCopy

__all__ = [
    "AccessToken",
    "Account",
    "AccountToken",
    "Application",
    "AuditEntry",
    "Block",
    "Bookmark",
    "Comment",
    "CommentLike",
    "Conflict",
    "Consent",
    "Conversation",
    "Face",
    "Feature",
    "FeedKey",
    "Follow",
    "FollowRequest",
    "FormerPageSlug",
    "FormerSlug",
    "FormerTag",
    "Handle",
    "IdempotencyKey",
    "Identity",
    "Invitation",
    "JoinRequest",
    "KnownDevice",
    "Like",
    "Limitation",
    "LinkPreview",
    "LoginSession",
    "Matter",
    "Mention",
    "Message",
    "ModerationAct",
    "Mute",
    "MutedWord",
    "NotNow",
    "Notification",
    "NotificationActor",
    "NotificationSettings",
    "Outbox",
    "Page",
    "PageCopy",
    "PagePicture",
    "PageText",
    "Participant",
    "Passkey",
    "PersonEntry",
    "Picture",
    "PictureUse",
    "Pin",
    "Post",
    "PostEntry",
    "RecoveryCode",
    "Report",
    "Repost",
    "Revision",
    "Series",
    "SeriesPart",
    "Share",
    "Site",
    "Suspension",
    "Tag",
    "TagFollow",
    "Tagging",
    "Ties",
    "TimelineEntry",
    "Totp",
    "User",
    "Visit",
    "Webhook",
    "WebhookDelivery",
    "WorkingCopy",
]
