"""Joining by a program: the rules are those of the page, since its form is asked."""

from app.lib import emails, handles
from app.models import Account
from app.web import find
from app.web.joining import JoiningForm, admit
from app.web.owner import ask_to_confirm
from app.web.problems import Problem, refuse
from app.web.trusted_addresses import is_taken

TAKEN = "has already been taken"
#: What the fields of the form are called in a request.
_NAMES = {"handle": "username", "code": "invitation"}


def joined(given):
    """The account of somebody new, or the failure that says why there is none."""
    form = _form(given)
    if form.door.is_closed:
        refuse(403, registration="is closed")
    refuse_taken(given["username"], given["email"])
    if not form.validate():
        raise Problem(422, _faults(form))
    account = Account.open(**form.person)
    if not admit(form, account):
        raise Problem(409, _faults(form))
    if not account.is_confirmed:
        ask_to_confirm(account)
    return account


def refuse_taken(username="", email=""):
    """Answer 409 where somebody else goes by this handle, or has this address.

    Whose address it is stays a secret where people confirm theirs: there the letter to
    it says so (docs/decisions/0006, 0044).
    """
    taken = {}
    if username and find.is_taken(handles.normalized(username)):
        taken["username"] = [TAKEN]
    if email and is_taken(_spelled(email)):
        taken["email"] = [TAKEN]
    if taken:
        raise Problem(409, taken)


def _spelled(email):
    try:
        return emails.normalized(email)
    except ValueError:
        return email


def _form(given):
    said = {
        "handle": handles.normalized(given["username"]),
        "name": "",
        "email": given["email"],
        "password": given["password"],
        "code": given["invitation"],
        "reason": given["reason"],
    }
    return JoiningForm(blank=True, data=said)


def _faults(form):
    return {_NAMES.get(name, name): words for name, words in form.errors.items()}
