from flask import Blueprint, render_template
from flask_login import current_user

from app.extensions import db
from app.follows.forms import SearchForm
from app.web import find, followings
from app.web.access import public
from app.web.current import reader
from app.web.in_place import in_place
from app.web.limits import for_each_member
from app.web.marks import ties_among

bp = Blueprint("follows", __name__, url_prefix="/@<handle:handle>")


@bp.get("/<any(followers, following):side>")
@public
def index(handle, side):
    """List who follows somebody, or whom they follow, unless they keep that."""
    person = find.person(handle)
    if not person.shows_ties_to(reader()):
        return render_template("follows/kept.html", person=person, side=side), 403
    form = SearchForm()
    page, people = followings.page_of(person, side, form.q.data or "")
    return render_template(
        "follows/index.html",
        person=person,
        side=side,
        form=form,
        page=page,
        people=people,
        ties=ties_among(people),
    )


@bp.post("/follow")
@for_each_member("500 per hour")
def create(handle):
    """Follow somebody, or ask to."""
    person = find.counterpart(handle)
    current_user.follow(person)
    db.session.commit()
    return _button(person)


@bp.post("/follow/delete")
def destroy(handle):
    """Follow somebody no longer, or take back the request to."""
    person = find.person(handle)
    current_user.unfollow(person)
    db.session.commit()
    return _button(person)


def _button(person):
    return in_place(
        "follows/_button.html",
        person.path,
        person=person,
        ties=ties_among([person]),
    )
