"""What may act for the reader, or 404."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from flask import abort
from flask_login import current_user

from app.extensions import db
from app.models import AccessToken, Application
from app.models.access_token import GRANTED, PERSONAL, SIGN_IN


@dataclass(frozen=True)
class Allowed:
    """An application that may act for the reader, with all tokens that it has."""

    application: Application
    tokens: Sequence[AccessToken]

    @property
    def scopes(self) -> set[str]:
        return {scope for token in self.tokens for scope in token.scopes}

    @property
    def created_at(self) -> datetime:
        return min(token.created_at for token in self.tokens)

    @property
    def used_at(self) -> datetime | None:
        used = [token.used_at for token in self.tokens if token.used_at]
        return max(used, default=None)


def own_token(key: int) -> AccessToken:
    """A token that the reader made, or that a program got by signing in."""
    mine = AccessToken.of(current_user, PERSONAL, SIGN_IN)
    return db.session.scalar(mine.where(AccessToken.id == key)) or abort(404)


def allowed_applications() -> list[Allowed]:
    """The applications that the reader let in, by name."""
    granted = AccessToken.of(current_user, GRANTED)
    rows = db.session.scalars(granted.order_by(Application.name, Application.id)).all()
    by_application = groupby(rows, lambda row: row.application)
    return [Allowed(one, list(tokens)) for one, tokens in by_application if one]


def allowed_to(application: Application) -> set[str]:
    """What the reader has allowed ``application``, on any device."""
    granted = AccessToken.of(current_user, GRANTED)
    theirs = granted.where(AccessToken.application_id == application.id)
    return {scope for token in db.session.scalars(theirs) for scope in token.scopes}


def own_application(key: int) -> Application:
    """An application that the reader has registered."""
    mine = Application.of(current_user).where(Application.id == key)
    return db.session.scalar(mine) or abort(404)


def allowed_application(key: int) -> Allowed:
    """One of them, by the number of the application."""
    found = (one for one in allowed_applications() if one.application.id == key)
    return next(found, None) or abort(404)
