from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models.account_token import CONFIRM_EMAIL
from app.web import audit, find, links
from app.web.access import public
from app.web.limits import against_letters, against_made_up_links
from app.web.owner import ask_to_confirm
from app.web.publishing import must_confirm
from app.web.races import won

bp = Blueprint("confirmations", __name__, url_prefix="/confirm-address")


@bp.get("/")
def new():
    """Say how it stands with the reader's address, and what to do."""
    return render_template("confirmations/new.html", draft=find.newest_draft())


@bp.post("/")
@against_letters
def create():
    """Send another letter; the link in the older one stays good."""
    if must_confirm():
        ask_to_confirm(current_user.account)
        db.session.commit()
        flash(_("Another letter is on its way. It can take a minute."), "success")
    return redirect(url_for("confirmations.new"), 303)


@bp.get("/<token>")
@public
@against_made_up_links
def edit(token):
    """Show the button: programs that look through mail open links by themselves."""
    link = links.known(token, CONFIRM_EMAIL)
    if _is_done(link):
        return render_template("confirmations/done.html", email=link.email)
    link = links.usable(token, CONFIRM_EMAIL)
    return render_template("confirmations/edit.html", email=link.email, token=token)


@bp.post("/<token>")
@public
@against_made_up_links
def update(token):
    """Confirm the address, whoever is signed in here."""
    link = links.known(token, CONFIRM_EMAIL)
    if _is_done(link):
        return redirect(url_for("confirmations.edit", token=token), 303)
    link = links.usable(token, CONFIRM_EMAIL)
    account = link.account
    links.spend(link)
    account.confirm()
    if not won():
        return render_template("links/taken.html"), 409
    audit.record("email.confirmed", account)
    db.session.commit()
    return redirect(_onwards(account), 303)


def _is_done(link):
    """Whether the link was clicked before and did what it is for."""
    account = link and link.account
    return account and account.is_confirmed and account.email == link.email


def _onwards(account):
    """Where to go on: to the text that waited for this, if one did."""
    if current_user.is_anonymous:
        flash(_("Your address is confirmed. Sign in to go on."), "success")
        return url_for("auth.new")
    is_own = current_user.id == account.user_id
    if is_own and (draft := find.newest_draft()):
        flash(_("Your address is confirmed. Your draft waits: publish it."), "success")
        return url_for("posts.edit", key=draft.id)
    flash(_("The address is confirmed."), "success")
    return url_for("timelines.index")
