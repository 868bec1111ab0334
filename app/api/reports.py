"""How the moderators are told of something by a program."""

from flask_login import current_user

from app.api import find, find_posts
from app.api.shapes import moment
from app.extensions import db
from app.web import reported
from app.web.problems import Problem, refuse
from app.web.report_form import ReportForm


def told(given):
    """What the reader tells of now, or told before in the same words."""
    said = _checked(given)
    thing = _thing(given)
    if report := current_user.report(thing, **said):
        return report
    earlier = db.session.scalars(current_user.report_on(thing)).one()
    return earlier if earlier.says(**said) else refuse(409, report="was made before")


def shape(report):
    """What the reader told the moderators of."""
    about = "profile" if report.kind == "person" else report.kind
    return {
        "id": report.id,
        "about": about,
        "reason": report.reason,
        "words": report.words,
        "createdAt": moment(report.created_at),
    }


def _checked(given):
    """What is wrong with it, by the rules of the form."""
    known = {name: given[name] for name in ("reason", "words")}
    form = ReportForm(blank=True, data=known)
    if not form.validate():
        raise Problem(422, {name: list(why) for name, why in form.errors.items()})
    return {"reason": form.reason.data, "words": form.words.data.strip()}


def _thing(given):
    about = given["about"]
    if about == "post":
        return reported.thing("post", find_posts.published(given["slug"]).id)
    if about == "profile":
        return reported.thing("person", find.profile(given["username"]).id)
    return reported.thing(about, given["id"])
