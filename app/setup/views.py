from flask import Blueprint, abort, redirect, render_template, request, url_for

from app.extensions import db
from app.models import Account, Site
from app.setup.forms import SetupForm
from app.web.access import before_setup
from app.web.current import sign_in
from app.web.races import won
from app.web.site import current_site

bp = Blueprint("setup", __name__, url_prefix="/setup", cli_group=None)


@bp.before_request
def only_once():
    """There is a first visitor once; afterwards this page does not exist."""
    if current_site() is not None:
        abort(404 if request.method == "GET" else 409)


@bp.get("/")
@before_setup
def new():
    """Ask the first visitor who they are and what the site is called."""
    return render_template("setup/new.html", form=SetupForm())


@bp.post("/")
@before_setup
def create():
    """Make the site and its admin, and sign the admin in."""
    form = SetupForm()
    if not form.validate():
        return render_template("setup/new.html", form=form), 422
    db.session.add(Site(name=form.site_name.data, tagline=form.tagline.data))
    account = Account.open(**form.person, role="admin")
    # Whoever starts the site is its first visitor: there is nobody to ask.
    account.confirm()
    if not won():
        abort(409)
    sign_in(account, keep=True)
    db.session.commit()
    return redirect(url_for("timelines.index"), 303)
