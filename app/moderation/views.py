from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.models import Matter
from app.models.matter import KINDS
from app.models.permissions import MODERATE
from app.web import reported
from app.web.access import permitted
from app.web.judging import ActForm, held_matter, judge
from app.web.pagination import paginate

bp = Blueprint("moderation", __name__, url_prefix="/moderation")


@bp.get("/")
@permitted(MODERATE)
def index():
    """List what was reported and waits, the newest first."""
    asked = request.args.get("kind", "")
    kind = asked if asked in KINDS else ""
    waiting = Matter.waiting(current_user, kind)
    page = paginate(waiting, Matter.created_at, Matter.id)
    return render_template(
        "moderation/index.html",
        page=page,
        kind=kind,
        reasons=reported.reasons_of(page),
        tally=reported.tally_of(page),
    )


@bp.get("/<id:key>")
@permitted(MODERATE)
def show(key):
    """Show one matter: what was said, who reported it, and what was done before."""
    matter = reported.matter(key)
    return _page(matter, ActForm(matter.about, matter))


@bp.post("/<id:key>")
@permitted(MODERATE)
def update(key):
    """Decide about a matter, unless another moderator was faster."""
    matter = held_matter(key)
    form = ActForm(matter.about, matter)
    if form.is_behind:
        form.catch_up()
        return _page(matter, form, faster=form.newest), 409
    if not form.validate():
        return _page(matter, form), 422
    judge(form, matter.about, matter)
    db.session.commit()
    flash(_("Done, and written into the log."), "success")
    return redirect(url_for("moderation.index"), 303)


def _page(matter, form, faster=None):
    return render_template(
        "moderation/show.html",
        matter=matter,
        person=matter.about,
        form=form,
        faster=faster,
        may_judge=current_user.may_judge(matter.about),
        **reported.around(matter),
    )
