from flask import Blueprint, redirect, render_template, url_for
from flask_login import current_user

from app.extensions import db
from app.models.matter import KINDS
from app.models.permissions import MODERATE
from app.web import reported
from app.web.limits import for_each_member
from app.web.report_form import ReportForm

bp = Blueprint("reports", __name__, url_prefix="/reports")

ADDRESS = f"/<any({', '.join(KINDS)}):kind>/<id:key>"


@bp.get(ADDRESS)
def new(kind, key):
    """Ask what is wrong with something; who has said so already sees that."""
    thing = reported.thing(kind, key)
    earlier = db.session.scalar(current_user.report_on(thing))
    if earlier:
        return _lead_to(earlier)
    return _page(thing, ReportForm())


@bp.post(ADDRESS)
@for_each_member("20 per hour")
def create(kind, key):
    """Tell the moderators of something, once while nobody has looked."""
    thing, form = reported.thing(kind, key), ReportForm()
    if not form.validate():
        return _page(thing, form), 422
    said = {"reason": form.reason.data, "words": form.words.data.strip()}
    report = current_user.report(thing, **said)
    if report is None:
        return _again(thing, form, said)
    db.session.commit()
    return _lead_to(report)


@bp.get("/<id:key>")
def show(key):
    """Thank the reader for a report, and say what became of it."""
    return render_template("reports/show.html", report=reported.own_report(key))


def _page(thing, form, **more):
    return render_template("reports/new.html", thing=thing, form=form, **more)


def _again(thing, form, said):
    """Lead to what they have said before, unless they say something else now."""
    earlier = db.session.scalars(current_user.report_on(thing)).one()
    if earlier.says(**said):
        return _lead_to(earlier)
    return _page(thing, form, earlier=earlier), 409


def _lead_to(report):
    if current_user.can(MODERATE):
        return redirect(url_for("moderation.show", key=report.matter_id), 303)
    return redirect(url_for("reports.show", key=report.id), 303)
