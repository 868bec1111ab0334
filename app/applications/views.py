from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.applications.forms import ApplicationForm, NewApplicationForm
from app.extensions import db
from app.models import Application
from app.models.application import MOST
from app.web import audit
from app.web.access import sudo
from app.web.find_tokens import own_application
from app.web.headers import keep_nowhere

bp = Blueprint("applications", __name__, url_prefix="/settings/applications")


@bp.get("/")
def index():
    """List the applications that the reader has registered."""
    mine = db.session.scalars(Application.of(current_user)).all()
    return render_template("applications/index.html", applications=mine, most=MOST)


@bp.get("/new")
@sudo
def new():
    """Ask what the application is called, and where it has people sent back to."""
    return render_template("applications/new.html", form=NewApplicationForm())


@bp.post("/")
@sudo
def create():
    """Register an application; a secret of it is shown this once."""
    form = NewApplicationForm()
    if form.validate() and not Application.is_room_for(current_user):
        form.name.errors = [_("You have %(n)d. Delete one first.", n=MOST)]
    if form.errors:
        return render_template("applications/new.html", form=form), 422
    application = Application.register(current_user, **form.given)
    is_confidential = form.kind.data == "confidential"
    secret = application.renew_secret() if is_confidential else ""
    audit.record("application.registered", detail=application.name)
    db.session.commit()
    keep_nowhere()
    return _shown(application, secret), 201


@bp.get("/<id:key>")
@sudo
def edit(key):
    """Show what the application is called, and what may be changed of it."""
    application = own_application(key)
    known = {name: getattr(application, name) for name in ("name", "website")}
    form = ApplicationForm(**known, redirect_uris="\n".join(application.redirect_uris))
    return _page(application, form)


@bp.post("/<id:key>")
@sudo
def update(key):
    """Change the application; what it was allowed stays."""
    application, form = own_application(key), ApplicationForm()
    if not form.validate():
        return _page(application, form), 422
    application.describe(**form.given)
    audit.record("application.changed", detail=application.name)
    db.session.commit()
    flash(_("Saved."), "success")
    return redirect(url_for("applications.index"), 303)


@bp.post("/<id:key>/delete")
@sudo
def destroy(key):
    """Delete the application; whatever it was allowed ends with it."""
    application = own_application(key)
    audit.record("application.deleted", detail=application.name)
    db.session.delete(application)
    db.session.commit()
    flash(_("Deleted. It can’t act for anybody any more."), "success")
    return redirect(url_for("applications.index"), 303)


def _page(application, form):
    return render_template("applications/edit.html", application=application, form=form)


def _shown(application, secret):
    return render_template(
        "applications/show.html", application=application, secret=secret
    )
