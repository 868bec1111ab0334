#: 11-18
"""What is done for somebody who forgot their password, once they have their answer."""
#:
#: 19
"""What the worker does for somebody who forgot their password."""
#:

from app.extensions import db
from app.models.account import claimants_of
from app.web import links
from app.web.links import RESET_PASSWORD
from app.web.mail import post
from app.web.outbox import delivers  #: 19
from app.web.urls import absolute_url


def write(identifier):  #: 11-18
#: 19
@delivers("recovery")
def write(_row, identifier):
#:
    """Send a link to the account that the identifier stands for, if there is one."""
    if account := db.session.scalar(claimants_of(identifier)):
        token = links.issue(account, RESET_PASSWORD)
        post("recovery", account, link=absolute_url("recoveries.edit", token=token))
