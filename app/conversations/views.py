from flask import Blueprint, redirect, render_template, request, url_for
from flask_login import current_user

from app.extensions import db
from app.web import conversations
from app.web.limits import for_each_member
from app.web.message_form import LetterForm, MessageForm

bp = Blueprint("conversations", __name__, url_prefix="/messages")


@bp.get("/")
def index():
    """List the reader's conversations, what moved last first."""
    return conversations.list_page()


@bp.get("/new")
def new():
    """Give the writer an empty sheet; to whom they talk with already, that talk."""
    form = LetterForm()
    form.address(request.args.get("to", ""))
    if key := conversations.with_the_one_in(form):
        return redirect(url_for("conversations.show", key=key, _anchor="latest"), 303)
    return render_template("conversations/new.html", form=form)


@bp.post("/")
@for_each_member("20 per hour", of_newcomers="5 per hour")
def create():
    """Write to somebody, or to several; sent twice, it is one message."""
    form = LetterForm()
    if not form.validate():
        return render_template("conversations/new.html", form=form), 422
    message = current_user.write_to(form.to.people, form.body.data, form.form_key.data)
    db.session.commit()
    key = message.conversation_id
    return redirect(url_for("conversations.show", key=key, _anchor="latest"), 303)


@bp.get("/<id:key>")
def show(key):
    """Show a conversation to those who are in it, the newest message last."""
    return conversations.thread_page(conversations.own(key), MessageForm())
