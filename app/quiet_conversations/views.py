from flask import Blueprint, flash, redirect, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.web import conversations

bp = Blueprint("quiet_conversations", __name__, url_prefix="/messages/<id:key>/mute")


@bp.post("")
def create(key):
    """Let a conversation call for no attention, neither here nor by mail."""
    conversations.own(key).is_muted = True
    db.session.commit()
    flash(_("It’s quiet now: no count and no letters. It stays in your list."))
    return redirect(url_for("conversations.show", key=key, _anchor="latest"), 303)


@bp.post("/delete")
def destroy(key):
    """Let a conversation be heard again."""
    conversations.own(key).is_muted = False
    db.session.commit()
    flash(_("You’ll be told of what is new in it again."))
    return redirect(url_for("conversations.show", key=key, _anchor="latest"), 303)
