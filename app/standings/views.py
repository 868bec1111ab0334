from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Matter
from app.models.permissions import MODERATE
from app.web import reported
from app.web.access import permitted
from app.web.judging import ActForm, hold, judge

bp = Blueprint("standings", __name__, url_prefix="/moderation/people/<handle:handle>")


@bp.get("")
@permitted(MODERATE)
def show(handle):
    """Show what was reported of somebody, and what was done about it."""
    person = reported.judged(handle)
    return _page(person, ActForm(person))


@bp.post("")
@permitted(MODERATE)
def update(handle):
    """Warn, limit or suspend somebody of whom nothing was reported."""
    person = reported.judged(handle)
    hold(person)
    form = ActForm(person)
    if form.is_behind:
        form.catch_up()
        return _page(person, form, faster=form.newest), 409
    if not form.validate():
        return _page(person, form), 422
    judge(form, person)
    db.session.commit()
    flash(_("Done, and written into the log."), "success")
    return redirect(url_for("standings.show", handle=person.handle), 303)


def _page(person, form, faster=None):
    matters = db.session.scalars(Matter.against(person).limit(reported.LATELY)).all()
    return render_template(
        "standings/show.html",
        person=person,
        form=form,
        faster=faster,
        may_judge=current_user.may_judge(person),
        suspension=person.suspension(),
        limitation=person.limitation(),
        matters=matters,
        reasons=reported.reasons_of(matters),
        acts=reported.acts_about(person),
    )
