import json
import re

from flask import Blueprint, Response, request

from app.lib.oembed import Most, as_xml
from app.oembed.card import card_of
from app.web import find_copied
from app.web.access import before_setup
from app.web.machines import kept_by_all
from app.web.site import current_site

bp = Blueprint("oembed", __name__)

# A text that is taken back is gone from others' pages as soon as they ask again.
SECONDS = 300


@bp.get("/oembed")
@before_setup
def show():
    """Say of a post that everybody may read what a card of it shows."""
    form = request.args.get("format", "json")
    if form not in {"json", "xml"}:
        return _refused("There is json and xml.", 501)
    post = current_site() and find_copied.post(request.args.get("url", ""))
    if not post:
        return _refused("There is no such post that everybody may read.", 404)
    most = Most(_pixels("maxwidth"), _pixels("maxheight"))
    answer = card_of(post, most) | {"cache_age": SECONDS}
    return _open_to_scripts(_in_form(answer, form))


def _in_form(answer, form):
    if form == "xml":
        return kept_by_all(as_xml(answer), "text/xml", seconds=SECONDS)
    return kept_by_all(json.dumps(answer), "application/json", seconds=SECONDS)


def _refused(words, status):
    response = Response(f"{words}\n", status, mimetype="text/plain")
    response.headers["Cache-Control"] = "public, max-age=60"
    return _open_to_scripts(response)


def _open_to_scripts(response):
    """Whatever page asks: it is told what everybody is told, whoever is signed in."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _pixels(name):
    """What was asked for; None for nothing, or for no number."""
    asked = request.args.get(name, "")
    return int(asked) if re.fullmatch("[0-9]{1,5}", asked) else None
