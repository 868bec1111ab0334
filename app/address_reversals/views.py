from datetime import timedelta

from flask import Blueprint, redirect, render_template, url_for
from sqlalchemy import delete

from app import events
from app.extensions import db
from app.models import AccountToken, KnownDevice
from app.models.account_token import RESET_PASSWORD, REVERT_EMAIL
from app.web import audit, links
from app.web.access import public
from app.web.limits import against_made_up_links
from app.web.races import won
from app.web.shutting_out import shut_out

bp = Blueprint("address_reversals", __name__, url_prefix="/take-back-address")
#: Whoever gets in may settle in first, and change the address a little later.
SUSPECT = timedelta(days=1)


@bp.get("/<token>")
@public
@against_made_up_links
def edit(token):
    """Say what taking the address back does, and show the button."""
    link = links.usable(token, REVERT_EMAIL)
    return render_template("address_reversals/edit.html", link=link, token=token)


@bp.post("/<token>")
@public
@against_made_up_links
def update(token):
    """Move the account back, shut everybody out, and lead to a new password."""
    link = links.usable(token, REVERT_EMAIL)
    account = link.account
    links.spend(link)
    audit.record("email.reverted", account, f"{account.email} → {link.email}")
    account.move_to(link.email)
    if not won():
        return render_template("links/taken.html"), 409
    _shut_out(account, link)
    new_password = AccountToken.issue(account, RESET_PASSWORD)
    db.session.commit()
    return redirect(url_for("recoveries.edit", token=new_password), 303)


def _shut_out(account, link):
    """Nothing that whoever changed the address knows or holds opens it any more."""
    account.password_hash = ""
    shut_out(account.user_id)
    db.session.execute(
        delete(KnownDevice).where(KnownDevice.user_id == account.user_id)
    )
    db.session.execute(link.undoing())
    events.account_taken_back.send(account, since=link.created_at - SUSPECT)
