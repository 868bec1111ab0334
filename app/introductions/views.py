from flask import Blueprint, abort, redirect, render_template
from flask_login import current_user

from app.extensions import db
from app.introductions.forms import IntroductionForm
from app.models import Account
from app.web import audit, find
from app.web.access import public
from app.web.joining import admit, welcome
from app.web.journeys import forget_met, invitation_code, met, wanted_path
from app.web.limits import against_sign_ups
from app.web.providers import provider_or_404
from app.web.races import won
from app.web.urls import next_path

bp = Blueprint("introductions", __name__, url_prefix="/sign-up/with")


@bp.get("/<any(oidc, github):provider>")
@public
def new(provider):
    """Ask somebody whom a provider vouches for what they want to be called here."""
    person = met(provider)
    if current_user.is_authenticated:
        return redirect(next_path(), 303)
    if person is None:
        return _too_late(provider)
    form = IntroductionForm.for_person(person, invitation_code())
    return _form_page(provider, person, form)


@bp.post("/<any(oidc, github):provider>")
@public
@against_sign_ups
def create(provider):
    """Make an account that its person opens by the name that was vouched for."""
    person = met(provider)
    if person is None:
        return _too_late(provider)
    form = IntroductionForm()
    if form.door.is_closed:
        return _form_page(provider, person, form), 403
    if not form.validate():
        return _form_page(provider, person, form), 422
    account = Account.open(**form.person)
    if not admit(form, account):
        return _form_page(provider, person, form), 422
    _link(account, person)
    audit.record("identity.linked", account, detail=person.label)
    wanted = wanted_path()
    forget_met()
    where = welcome(account, wanted)
    db.session.commit()
    return redirect(where, 303)


def _link(account, person):
    """The address is confirmed, too, if the provider and nobody else has it."""
    account.user.link(person.issuer, person.subject, person.label)
    if account.email == person.email and not find.is_confirmed(person.email):
        account.confirm()
    if not won():
        abort(409)


def _form_page(provider, person, form):
    return render_template(
        "introductions/new.html",
        provider=provider_or_404(provider),
        person=person,
        form=form,
    )


def _too_late(provider):
    """They took longer than fifteen minutes, or came here without going there."""
    named = provider_or_404(provider)
    return render_template("providers/show.html", provider=named, reason="old"), 400
