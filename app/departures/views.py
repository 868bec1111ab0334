from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.web import conversations

bp = Blueprint("departures", __name__, url_prefix="/messages/<id:key>/leave")


@bp.post("")
def create(key):
    """Leave a conversation: the reader sees no more of it, the others go on."""
    current_user.leave_conversation(conversations.own(key).conversation)
    db.session.commit()
    flash(_("You’ve left the conversation."), "success")
    return redirect(url_for("conversations.index"), 303)
