"""More of something than fits on one page, all of one moment."""

from datetime import timedelta

from sqlalchemy import update

from app.extensions import db
from app.models import Account, Post, User
from app.models.columns import now
from tests.fixtures.cast import hashed
from tests.fixtures.writing import publish
from tests.support.browser import Page


def strangers(count: int) -> list[User]:
    """People whom nobody knows yet."""
    accounts = [
        Account.open(
            f"stranger{number}",
            f"Stranger {number}",
            f"stranger{number}@example.org",
            hashed(),
        )
        for number in range(count)
    ]
    for account in accounts:
        account.confirm()
    db.session.commit()
    return [account.user for account in accounts]


def publish_at_once(author: User, count: int) -> list[str]:
    """The titles of ``count`` articles that appeared in the same moment."""
    titles = [f"Wave {number}" for number in range(count)]
    moment = now() - timedelta(hours=2)
    for title in titles:
        publish(author, title)
    db.session.execute(update(Post).values(published_at=moment, updated_at=moment))
    db.session.commit()
    return titles


def turn_pages(page: Page, selector: str) -> list[str]:
    """What ``selector`` shows on ``page`` and on every older one."""
    texts = page.texts(selector)
    while older := page.select("a[rel=next]"):
        page = page.browser.visit(str(older[0]["href"]))
        texts += page.texts(selector)
    return texts
