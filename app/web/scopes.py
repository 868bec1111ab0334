"""What a token may be good for, in words for people.

The settings, the page that asks whether an application may, and the description of the
API say the same.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from flask import Flask
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.models.access_token import Scope

#: Each scope with what it allows, in groups as one looks for them.
GROUPS: Final = (
    (
        _l("Posts"),
        {
            Scope.POSTS_READ: _l("Read what you can read: posts, comments and homes"),
            Scope.POSTS_WRITE: _l("Write, publish, change and delete your posts"),
            Scope.MEDIA_WRITE: _l("Bring pictures, and remove yours"),
            Scope.COMMENTS_WRITE: _l("Comment as you, and take your comments back"),
            Scope.MARKS_WRITE: _l("Like, bookmark and repost as you"),
        },
    ),
    (
        _l("People"),
        {
            Scope.PEOPLE_READ: _l("See whom you follow, block and mute"),
            Scope.PEOPLE_WRITE: _l("Follow, block and mute people for you"),
        },
    ),
    (
        _l("Private"),
        {
            Scope.MESSAGES_READ: _l("Read your messages"),
            Scope.MESSAGES_WRITE: _l("Send messages as you"),
            Scope.NOTIFICATIONS_READ: _l("See your notifications"),
            Scope.NOTIFICATIONS_WRITE: _l("Mark your notifications as read"),
        },
    ),
    (
        _l("Account"),
        {
            Scope.ACCOUNT_READ: _l("See your email address, your settings and tokens"),
            Scope.ACCOUNT_WRITE: _l("Change your profile and settings, end tokens"),
            Scope.WEBHOOKS: _l("Have other servers told of what happens here"),
        },
    ),
)
WORDS: Final = {scope: words for _, group in GROUPS for scope, words in group.items()}


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(grouped_scopes=grouped, scope_words=said)


def said(scopes: Iterable[str]) -> str:
    """What ``scopes`` allow, in a line."""
    if set(scopes) >= set(Scope):
        return _("everything that programs can do")
    return " · ".join(str(words) for title, group in grouped(scopes) for words in group)


def grouped(scopes: Iterable[str]) -> Iterator[tuple[Any, list[Any]]]:
    """The words for ``scopes`` in their groups; groups without any are left out."""
    wanted = set(scopes)
    for title, group in GROUPS:
        if found := [words for scope, words in group.items() if scope in wanted]:
            yield title, found
