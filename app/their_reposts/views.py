from flask import Blueprint, render_template

from app.models import Repost, echoes
from app.web import find
from app.web.access import public
from app.web.current import reader
from app.web.pagination import paginate

bp = Blueprint("their_reposts", __name__, url_prefix="/@<handle:handle>/reposts")


@bp.get("")
@public
def index(handle):
    """List what somebody reposted of what the reader finds, newest first."""
    person = find.person(handle)
    page = paginate(echoes.reposted(person, reader()), Repost.created_at, Repost.id)
    return render_template(
        "their_reposts/index.html",
        person=person,
        page=page,
        posts=[row.post for row in page],
    )
