"""What the worker does about an address that somebody wants to change to."""

from app.extensions import db
from app.models.account import owner_of
from app.models.account_token import CHANGE_EMAIL
from app.models.columns import now
from app.web import links
from app.web.mail import post
from app.web.outbox import delivers
from app.web.urls import absolute_url


@delivers("address_change")
def write(_row, token):
    """Send the link; to an address that is somebody's, who it belongs to."""
    link = links.behind(token, CHANGE_EMAIL)
    if link is None or not link.is_valid:
        return
    if owner := db.session.scalar(owner_of(link.email)):
        # Once a day, as for newcomers (app/confirmations/listeners.py).
        post("address_taken", owner, once=f"taken {owner.user_id} {now():%Y-%m-%d}")
        return
    address = absolute_url("address_changes.edit", token=token)
    post("address_change", link.account, to=link.email, link=address)
