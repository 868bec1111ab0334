"""The worker reads the pages that a post links to; no reader's browser ever does."""

from threading import Lock

from flask import Blueprint, current_app
from sqlalchemy import select
from sqlalchemy.orm import undefer, undefer_group

from app import events
from app.extensions import db
from app.lib import fetching
from app.lib.link_cards import card_of
from app.lib.markdown import render
from app.lib.post_office import Unreachable
from app.models import LinkPreview, Post
from app.web.limits import is_few
from app.web.outbox import defer, delivers

bp = Blueprint("link_previews", __name__)
#: A page full of links is a list, and its writer has said what they are.
MOST = 5
#: How often the links of one author are asked for: whoever answers may take a minute.
OFTEN = "30 per hour"
# Whatever pages of others take, the worker has a thread left for letters.
_one_at_a_time = Lock()


@events.post_published.connect
@events.post_revised.connect
def look_up_later(post):
    """Leave the links of a post to the worker."""
    if current_app.config["LINK_PREVIEWS"] and "://" in post.body:
        defer("link_previews", post_id=post.id)


@delivers("link_previews")
def look_up(_row, post_id):
    """Read what nobody has read yet, and set the post anew with what it says."""
    addresses = _unread(post_id)
    # No transaction is open while other sites take their time.
    db.session.rollback()
    cards = _asked(addresses)
    for address, card in cards.items():
        LinkPreview.remember(address, card)
    if any(cards.values()):
        _set_anew(post_id)


def _unread(post_id):
    """What to ask for: the links of a text that everybody may read, and no others."""
    mine = Post.published().where(Post.id == post_id).options(undefer(Post.body))
    post = db.session.scalar(mine)
    if post is None:
        return []
    links = render(post.body).named.links
    unread = sorted(links - set(db.session.scalars(LinkPreview.fresh(links))))[:MOST]
    return unread if unread and is_few(OFTEN, "link previews", post.author_id) else []


def _asked(addresses):
    if not _one_at_a_time.acquire(blocking=False):
        raise Unreachable("Other pages are being read.")
    try:
        return {address: _card(address) for address in addresses}
    finally:
        _one_at_a_time.release()


def _card(address):
    agent = f"Inklings (+{current_app.config['SITE_URL']})"
    try:
        return card_of(address, fetching.page_at(address, agent=agent))
    except fetching.Unreadable as reason:
        current_app.logger.info("No card for %s: %s", address, reason)
        return None


def _set_anew(post_id):
    whole = select(Post).where(Post.id == post_id).options(undefer_group("whole"))
    post = db.session.scalar(whole.with_for_update(of=Post, key_share=True))
    if post is not None:
        post.rerender()
