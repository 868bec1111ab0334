from flask import (
    Blueprint,
    current_app,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_login import current_user

from app.extensions import db
from app.models import Identity
from app.models.account import account_vouched_for
from app.web import pending
from app.web.access import public, while_away
from app.web.current import current_session, rotate, sign_in
from app.web.journeys import come_back, keep_met, set_out
from app.web.limits import against_floods, against_trying
from app.web.providers import Refused, provider_or_404
from app.web.races import begin_writing
from app.web.urls import next_path

bp = Blueprint("providers", __name__, url_prefix="/sign-in/with")

_STATUS = {"cancelled": 200, "old": 400, "taken": 409, "away": 502, "unsure": 502}


@bp.get("/<any(oidc, github):provider>")
@public
@while_away
@against_floods("60 per hour")
@against_trying
def new(provider):
    """Send somebody to a provider; nothing changes but their own cookie."""
    provider = provider_or_404(provider)
    # A link on another site must not sign anybody in, or over to another account.
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        return redirect(url_for("auth.new"), 303)
    db.session.close()
    try:
        url, departure = provider.departure(again=current_user.is_authenticated)
    except Refused as refusal:
        return _turned_away(provider, refusal)
    set_out(provider.key, departure, next_path(), request.args.get("code", ""))
    return redirect(url, 303)


@bp.get("/<any(oidc, github):provider>/back")
@public
@while_away
@against_floods("60 per hour")
@against_trying
def show(provider):
    """Take in who comes back: the one GET that may begin a session."""
    provider = provider_or_404(provider)
    # No connection waits while another server thinks.
    db.session.close()
    try:
        person, journey = _vouched_for(provider)
        begin_writing()
        account = account_vouched_for(person.issuer, person.subject)
        if current_user.is_authenticated:
            return _member_came_back(person, account, journey)
    except Refused as refusal:
        return _turned_away(provider, refusal)
    if account is None:
        keep_met(person, journey)
        return redirect(url_for("introductions.new", provider=provider.key), 303)
    if account.has_second_factor:
        pending.begin(account, keep=False, next_path=journey["next"])
        return _arrived(person, url_for("second_steps.new"))
    sign_in(account, keep=False)
    return _arrived(person, journey["next"])


def _vouched_for(provider):
    """Whom the provider vouches for, and their journey; the state comes first."""
    said = request.args
    journey = come_back(provider.key, said.get("state", ""))
    if journey is None:
        raise Refused("old", "a state that was not given, or is spent")
    provider.check_speaker(said.get("iss"))
    if fault := said.get("error"):
        raise Refused("cancelled" if fault == "access_denied" else "away", fault)
    return provider.person(said.get("code", ""), journey), journey


def _member_came_back(person, account, journey):
    """Somebody signed in shows another name of theirs: a new one, or to prove it."""
    if account is None:
        keep_met(person, journey)
        return redirect(url_for("identities.new"), 303)
    if account.user_id != current_user.id:
        raise Refused("taken")
    # A password, a code or a passkey prove more: who has one uses it instead.
    # Who set out as a visitor was not asked to sign in there anew.
    bare = not (account.has_password or account.has_second_factor)
    if bare and journey["again"]:
        current_session().prove()
        rotate()
    return _arrived(person, journey["next"])


def _arrived(person, wanted):
    db.session.execute(Identity.use(person.issuer, person.subject))
    db.session.commit()
    return redirect(wanted, 303)


def _turned_away(provider, refusal):
    """A page that says what happened; the log says why."""
    if refusal.reason in {"away", "unsure"}:
        current_app.logger.warning("Signing in with %s: %s", provider.key, refusal)
    page = render_template(
        "providers/show.html", provider=provider, reason=refusal.reason
    )
    return page, _STATUS[refusal.reason]
