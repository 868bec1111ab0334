from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models.account_token import CHANGE_EMAIL
from app.web import links
from app.web.access import public
from app.web.limits import against_made_up_links
from app.web.owner import move
from app.web.races import won

bp = Blueprint("address_changes", __name__, url_prefix="/settings/email")


@bp.get("/<token>")
@public
@against_made_up_links
def edit(token):
    """Show the button that makes the new address the one of the account."""
    link = links.usable(token, CHANGE_EMAIL)
    return render_template("address_changes/edit.html", link=link, token=token)


@bp.post("/<token>")
@public
@against_made_up_links
def update(token):
    """Move the account to the new address, and tell the old one."""
    link = links.usable(token, CHANGE_EMAIL)
    links.spend(link)
    move(link.account, link.email)
    if not won():
        return render_template("links/taken.html"), 409
    db.session.commit()
    flash(_("The new address is confirmed. Letters go there from now on."), "success")
    where = "auth.new" if current_user.is_anonymous else "timelines.index"
    return redirect(url_for(where), 303)
