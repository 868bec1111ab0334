from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user

from app.extensions import db
from app.web import find, ways_in
from app.web.access import sudo
from app.web.announce import announce
from app.web.current import rotate
from app.web.journeys import forget_met, met
from app.web.providers import providers
from app.web.races import won

bp = Blueprint("identities", __name__, url_prefix="/settings/identities")


@bp.get("/")
def index():
    """List by what other names the reader signs in, and could."""
    return _list()


@bp.get("/new")
@sudo
def new():
    """Ask whether the name that a provider has just vouched for is to be linked."""
    person = met()
    if person is None:
        return redirect(url_for("identities.index"), 303)
    return render_template(
        "identities/new.html", person=person, provider=_name(person.issuer)
    )


@bp.post("/")
@sudo
def create():
    """Let the reader sign in by the name that was vouched for."""
    person = met()
    if person is None:
        abort(409, _("That took a while, and nothing was linked. Begin once more."))
    current_user.link(person.issuer, person.subject, person.label)
    if not won():
        abort(409, _("This was linked a moment ago, here or to another account."))
    forget_met()
    name = _name(person.issuer)
    announce("identity.linked", current_user.account, f"{name}: {person.label}")
    rotate()
    db.session.commit()
    flash(_("Linked. From now on you can sign in with %(name)s.", name=name), "success")
    return redirect(url_for("identities.index"), 303)


@bp.post("/<id:key>/delete")
@sudo
def destroy(key):
    """Sign in by this name no longer, unless there is no other way in."""
    identity = find.own_identity(key)
    if not ways_in.remain_without(identity):
        return _list(last=identity), 422
    db.session.delete(identity)
    name = _name(identity.issuer)
    announce("identity.unlinked", current_user.account, f"{name}: {identity.label}")
    rotate()
    db.session.commit()
    flash(_("Unlinked. You sign in with %(name)s no longer.", name=name), "success")
    return redirect(url_for("identities.index"), 303)


def _list(last=None):
    """The page, and on it the one that cannot be unlinked."""
    linked = db.session.scalars(current_user.identities()).all()
    known = {identity.issuer for identity in linked}
    return render_template(
        "identities/index.html",
        linked=[(identity, _name(identity.issuer)) for identity in linked],
        free=[provider for provider in providers() if provider.issuer not in known],
        last=last,
    )


def _name(issuer):
    """What people call a provider; its address, once the settings name it no more."""
    named = (provider.name for provider in providers() if provider.issuer == issuer)
    return next(named, issuer.partition("://")[2])
