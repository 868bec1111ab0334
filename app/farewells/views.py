from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.farewells.forms import FarewellForm
from app.web import farewell
from app.web.access import sudo
from app.web.limits import against_floods

bp = Blueprint("farewells", __name__, url_prefix="/settings/leaving/for-good")


@bp.get("/")
@sudo
def new():
    """Say what is deleted and what stays, and ask to be sure."""
    return render_template("farewells/new.html", form=FarewellForm())


@bp.post("/")
@sudo
@against_floods("10 per hour")
def create():
    """Be gone at once, and for good after two weeks."""
    form = FarewellForm()
    if not form.validate():
        return render_template("farewells/new.html", form=form), 422
    farewell.leave(for_good=True)
    db.session.commit()
    flash(
        _("Your account will be deleted in 14 days. Sign in before then to stay."),
        "success",
    )
    return redirect(url_for("timelines.index"), 303)
