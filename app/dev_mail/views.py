from email import message_from_bytes, policy

from flask import (
    Blueprint,
    abort,
    current_app,
    make_response,
    render_template,
    request,
)

from app.web.access import before_setup
from app.web.headers import keep_nowhere
from app.web.mail import folder
from app.web.network import is_this_machine

bp = Blueprint("dev_mail", __name__, url_prefix="/dev/mail")

NEWEST = 50
# A letter is shown as its reader gets it: with its own style, and able to do nothing.
HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups"


@bp.before_request
def only_for_who_sits_here():
    """Letters hold keys to accounts: on a real site nobody finds them here."""
    keep_nowhere()
    is_kept = current_app.config["DEVELOPMENT"] and not current_app.config["MAIL_URL"]
    if not (is_kept and is_this_machine()):
        abort(404)


@bp.get("/")
@before_setup
def index():
    """List the letters that were kept, newest first."""
    newest = sorted(folder().glob("*.eml"), reverse=True)[:NEWEST]
    letters = [(file.stem, _read(file)) for file in newest]
    return render_template("dev_mail/index.html", letters=letters)


@bp.get("/<slug:name>")
@before_setup
def show(name):
    """Show a letter in words, or as the HTML that its reader gets."""
    file = next((f for f in folder().glob("*.eml") if f.stem == name), None)
    letter = _read(file or abort(404))
    if request.args.get("as") != "html":
        return render_template("dev_mail/show.html", letter=letter, name=name)
    response = make_response(letter["html"])
    response.headers["Content-Security-Policy"] = HARMLESS
    return response


def _read(file):
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    return {
        "to": _readable(message["To"]),
        "subject": _readable(message["Subject"]),
        "moment": message["Date"].datetime,
        "text": message.get_body(("plain",)).get_content(),
        "html": message.get_body(("html",)).get_content(),
    }


def _readable(header):
    """A header that is UTF-8 as it stands (RFC 6532), which the parser leaves raw."""
    return header.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
