from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.web import conversations
from app.web.limits import for_each_member
from app.web.message_form import MessageForm

bp = Blueprint("messages", __name__, url_prefix="/messages/<id:key>")


@bp.get("/newer")
def index(key):
    """Show what was said since ``?after=``, for a page that stands open."""
    side = conversations.own(key)
    messages = conversations.messages_after(side, request.args.get("after", ""))
    if not messages:
        return "", 204
    conversations.note_reading(side, messages)
    return render_template("messages/index.html", messages=messages, side=side)


@bp.post("")
@for_each_member("30 per minute")
def create(key):
    """Say something in a conversation; sent twice, it is said once."""
    side, form = conversations.own(key), MessageForm()
    if not conversations.may_send(form, side):
        return conversations.thread_page(side, form), 422
    current_user.say(side.conversation, form.body.data, form.form_key.data)
    db.session.commit()
    return redirect(url_for("conversations.show", key=key, _anchor="latest"), 303)


@bp.post("/<id:number>/delete")
def destroy(key, number):
    """Take back what one has said: from now on nobody reads it here."""
    conversations.own_message(key, number).take_back()
    db.session.commit()
    flash(_("Taken back. That there was a message stays to be seen."), "success")
    return redirect(url_for("conversations.show", key=key, _anchor="latest"), 303)
