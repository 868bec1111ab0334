from flask import Blueprint, request
from flask_babel import gettext as _

from app.extensions import db
from app.lib.plaintext import bare
from app.lib.search_query import LONGEST, parsed
from app.lib.tags import normalized
from app.models import searches, suggestions
from app.web.access import public
from app.web.current import reader
from app.web.limits import for_each_reader

bp = Blueprint("search_suggestions", __name__, url_prefix="/suggestions/search")

#: So many of each kind.
OFFERED = 4


@bp.get("/")
@public
@for_each_reader("300 per minute")
def index():
    """List people, tags and titles that what was typed may become."""
    typed = request.args.get("q", "")[:LONGEST]
    before, _space, word = typed.rpartition(" ")
    lead = f"{before} " if before else ""
    return [*_people(lead, word), *_tags(lead, word), *_titles(typed)]


def _people(lead, word):
    name = bare(word.removeprefix("@").removeprefix("from:"))
    if not name or _is_operator(word, "from"):
        return []
    near = db.session.scalars(suggestions.people(name, reader(), only_indexable=True))
    return [
        {"value": f"{lead}from:{person.handle} ", "note": person.name}
        for person in near.all()[:OFFERED]
    ]


def _tags(lead, word):
    name = normalized(word.removeprefix("tag:"))
    if not name or _is_operator(word, "tag"):
        return []
    rows = db.session.execute(suggestions.tags(name)).all()
    used = [label for label, uses in rows if uses]
    return [
        {"value": f"{lead}tag:{normalized(label)} ", "note": _("tag")}
        for label in used[:OFFERED]
    ]


def _titles(typed):
    beginning = parsed(typed).in_titles()
    if beginning is None:
        return []
    hits = searches.best_posts(beginning, reader())
    return [
        {"value": post.title, "note": post.author.name}
        for post in searches.posts_of(hits[:OFFERED], with_text=False)
    ]


def _is_operator(word, name):
    """Whether the word is an operator, and another than ``name``."""
    said, colon, _value = word.partition(":")
    return bool(colon) and said != name
