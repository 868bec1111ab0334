from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.access_tokens.forms import AccessTokenForm
from app.extensions import db
from app.models import AccessToken
from app.models.access_token import MOST_PERSONAL, PERSONAL, SIGN_IN
from app.web import audit, find_tokens
from app.web.access import sudo
from app.web.announce import announce
from app.web.headers import keep_nowhere
from app.web.pagination import paginate

bp = Blueprint("access_tokens", __name__, url_prefix="/settings/tokens")


@bp.get("/")
def index():
    """List whatever may act for the reader: tokens, applications, programs."""
    made = AccessToken.of(current_user, PERSONAL).order_by(AccessToken.id.desc())
    sign_ins = AccessToken.of(current_user, SIGN_IN)
    return render_template(
        "access_tokens/index.html",
        made=db.session.scalars(made).all(),
        allowed=find_tokens.allowed_applications(),
        page=paginate(sign_ins, AccessToken.created_at, AccessToken.id),
    )


@bp.get("/new")
@sudo
def new():
    """Ask what a token is for, what it may do, and for how long."""
    return _page(AccessTokenForm())


@bp.post("/")
@sudo
def create():
    """Make a token, and show it this once: it is in no redirect and no cookie."""
    form = AccessTokenForm()
    if form.validate() and not AccessToken.is_room_for(current_user):
        words = _("You have %(n)d tokens. Take one back first.", n=MOST_PERSONAL)
        form.name.errors = [words]
    if form.errors:
        return _page(form), 422
    given = form.name.data, form.scopes.data, form.expires_at
    row, token = AccessToken.issue(current_user, PERSONAL, *given)
    announce("token.made", current_user.account, row.name)
    db.session.commit()
    keep_nowhere()
    return render_template("access_tokens/show.html", row=row, token=token), 201


@bp.post("/<id:key>/delete")
def destroy(key):
    """Take a token back: it is good for nothing any more."""
    row = find_tokens.own_token(key)
    audit.record("token.ended", detail=row.name)
    db.session.delete(row)
    db.session.commit()
    flash(_("Taken back. It’s good for nothing any more."), "success")
    return redirect(url_for("access_tokens.index"), 303)


def _page(form):
    return render_template("access_tokens/new.html", form=form)
