"""What a program may change of the person it acts for."""

from flask_login import current_user

from app.api.joining import TAKEN, refuse_taken
from app.api.rights import has_signed_in
from app.extensions import db
from app.lib import emails, handles
from app.lib.passwords import hash_password
from app.models import AccessToken, AccountToken, LoginSession
from app.models.access_token import SIGN_IN
from app.models.account_token import CHANGE_EMAIL
from app.web import find
from app.web.account_form import AccountForm
from app.web.announce import announce
from app.web.current import current_token
from app.web.limits import is_few
from app.web.outbox import defer
from app.web.owner import move
from app.web.problems import Problem, refuse
from app.web.races import won
from app.web.renaming import OFTEN, WITHIN, is_too_often, tell_of_handle
from app.web.trusted_addresses import addresses_are_trusted

#: What opens the account: for this a program has to know the password itself.
_DEAR = ("email", "username", "password")
#: Each of these has letters sent; to hash a password is work, too.
_SELDOM = "5 per 30 minutes"


def change(given):
    """Change the reader as ``given`` says; the caller commits."""
    _ask_for_password(given)
    if username := given.get("username"):
        _go_by(handles.normalized(username))
    if email := given.get("email"):
        _move_to(email)
    if password := given.get("password"):
        _open_with(password)
    if {"bio", "image"} & given.keys():
        _look_like(given)


def _ask_for_password(given):
    dear = [name for name in _DEAR if name in given]
    if dear and not has_signed_in():
        raise Problem(403, {name: ["is changed by who has signed in"] for name in dear})


def _go_by(handle):
    before = current_user.handle
    if handle == before:
        return
    refuse_taken(username=handle)
    _check("handle", handle, "username")
    if is_too_often():
        refuse(422, username=f"was changed {OFTEN} times in {WITHIN.days} days")
    if not (find.oneself("handle", "name").rename(handle) and won()):
        refuse(409, username=TAKEN)
    tell_of_handle(before, handle)


def _move_to(email):
    """Take another address: at once, or when its owner has said so by mail."""
    account = current_user.account
    _check("email", email, "email")
    spelled = emails.normalized(email)
    if spelled == account.email:
        return
    refuse_taken(email=spelled)
    _ask_for_patience("email")
    if addresses_are_trusted():
        move(account, spelled)
        if not won():
            refuse(409, email=TAKEN)
        return
    db.session.execute(AccountToken.cancellation(account, CHANGE_EMAIL))
    defer("address_change", token=AccountToken.issue(account, CHANGE_EMAIL, spelled))


def _open_with(password):
    """Sign in by another password: whoever knew the old one has to know this one."""
    account = current_user.account
    _check("password", password, "password")
    _ask_for_patience("password")
    account.password_hash = hash_password(password)
    db.session.execute(LoginSession.end_of(current_user.id))
    mine = current_token().id
    db.session.execute(AccessToken.end_of(current_user.id, SIGN_IN, but=mine))
    announce("password.changed", account)


def _ask_for_patience(name):
    if not is_few(_SELDOM, "api", name, current_user.id):
        refuse(429, {"Retry-After": "1800"}, **{name: "was changed too often: wait"})


def _look_like(given):
    person = find.oneself("name", "bio", "location", "links", "image_url")
    if "image" in given:
        person.image_url = given["image"] or ""
        if not given["image"]:
            person.take_off("avatar")
    said = {"bio": given.get("bio", person.bio) or ""}
    kept = {name: getattr(person, name) for name in ("name", "location", "links")}
    person.describe(**said, **kept)


def _check(field, value, name):
    """Ask the form of the page what it thinks of one field."""
    known = {"handle": current_user.handle, "email": current_user.account.email}
    known |= {"name": current_user.name, "password": "", field: value}
    form = AccountForm(blank=True, data=known)
    form.validate()
    if form[field].errors:
        raise Problem(422, {name: list(form[field].errors)})
