"""What the worker does for somebody who forgot their password."""

from app.extensions import db
from app.models import AccountToken
from app.models.account import claimants_of
from app.models.account_token import RESET_PASSWORD
from app.web.mail import post
from app.web.outbox import delivers
from app.web.urls import absolute_url

#: Of accounts that share an address that nobody confirmed, a letter names so many.
MOST = 3
#: Links that lie in a letterbox are enough at some point, whoever asks for more.
PLENTY = 10


@delivers("recovery")
def write(_row, identifier):
    """Send a link for each account that the identifier may stand for."""
    claims = db.session.scalars(claimants_of(identifier).limit(MOST)).all()
    if claims and claims[0].is_confirmed:
        claims = claims[:1]
    if doors := [
        (account.user.handle, _link(account)) for account in claims if _may_ask(account)
    ]:
        post("recovery", claims[0], doors=doors)


def _may_ask(account):
    links = AccountToken.unused(account, RESET_PASSWORD).limit(PLENTY)
    return len(db.session.scalars(links).all()) < PLENTY


def _link(account):
    return absolute_url(
        "recoveries.edit", token=AccountToken.issue(account, RESET_PASSWORD)
    )
