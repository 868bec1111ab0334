from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.access_tokens.forms import AccessTokenForm
from app.extensions import db
from app.models import AccessToken
from app.web import find

bp = Blueprint("access_tokens", __name__, url_prefix="/settings/tokens")


@bp.get("/")
def index():
    """List what may act for the reader."""
    made = db.session.scalars(AccessToken.of(current_user)).all()
    return render_template("access_tokens/index.html", made=made)


@bp.get("/new")
def new():
    """Ask what a token is for."""
    return render_template("access_tokens/new.html", form=AccessTokenForm())


@bp.post("/")
def create():
    """Make a token, and show it this once: it is in no redirect and no cookie."""
    form = AccessTokenForm()
    if not form.validate():
        return render_template("access_tokens/new.html", form=form), 422
    row, token = AccessToken.issue(current_user, form.name.data)
    db.session.commit()
    page = render_template("access_tokens/show.html", row=row, token=token)
    return page, 201, {"Cache-Control": "no-store"}


@bp.post("/<id:key>/delete")
def destroy(key):
    """Take a token back: it is good for nothing any more."""
    db.session.delete(find.own_token(key))
    db.session.commit()
    flash(_("Taken back. It’s good for nothing any more."), "success")
    return redirect(url_for("access_tokens.index"), 303)
