"""What the worker does about an address that somebody gave."""

from app.extensions import db
from app.models import Account, AccountToken
from app.models.account import owner_of
from app.models.account_token import CONFIRM_EMAIL
from app.models.columns import now
from app.web.mail import post
from app.web.outbox import delivers
from app.web.urls import absolute_url


@delivers("confirmation")
def write(_row, user_id):
    """Send the link; to an address that is somebody's, who it belongs to."""
    account = db.session.scalar(Account.of(user_id))
    if account is None or account.is_confirmed:
        return
    if owner := db.session.scalar(owner_of(account.email)):
        # Once a day: nobody fills a letterbox by joining again and again.
        post("already_member", owner, once=f"{owner.user_id} {now():%Y-%m-%d}")
        return
    token = AccountToken.issue(account, CONFIRM_EMAIL)
    link = absolute_url("confirmations.edit", token=token)
    post("confirm_address", account, link=link)
