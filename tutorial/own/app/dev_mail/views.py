from email import message_from_bytes, policy

from flask import Blueprint, abort, current_app, render_template

from app.web.access import public
from app.web.mail import folder
from app.web.network import is_this_machine

bp = Blueprint("dev_mail", __name__, url_prefix="/dev/mail")

NEWEST = 50


@bp.before_request
def only_for_who_sits_here():
    """Letters hold keys to accounts: on a real site nobody finds them here."""
    is_kept = current_app.debug and not current_app.config["MAIL_URL"]
    if not (is_kept and is_this_machine()):
        abort(404)


@bp.get("/")
@public
def index():
    """List the letters that were kept, newest first."""
    newest = sorted(folder().glob("*.eml"), reverse=True)[:NEWEST]
    letters = [(file.stem, _read(file)) for file in newest]
    return render_template("dev_mail/index.html", letters=letters)


@bp.get("/<slug:name>")
@public
def show(name):
    """Show a letter in words."""
    file = next((f for f in folder().glob("*.eml") if f.stem == name), None)
    return render_template("dev_mail/show.html", letter=_read(file or abort(404)))


def _read(file):
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    return {
        "to": message["To"],
        "subject": message["Subject"],
        "moment": message["Date"].datetime,
        "text": message.get_body(("plain",)).get_content(),
    }
