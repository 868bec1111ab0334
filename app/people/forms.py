from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import Form as BaseForm
from wtforms import SelectField

from app.web import roles
from app.web.forms import Form, LineField, choices

KINDS = {
    "": _l("Everybody"),
    **roles.NAMES,
    "waiting": _l("Waiting to be let in"),
    "unconfirmed": _l("Address not confirmed"),
}


class SearchForm(BaseForm):
    """Whom to list. It changes nothing, so it is sent with the address."""

    q = LineField(_l("Name, handle or address"))
    kind = SelectField(_l("Who"), choices=choices(KINDS))

    def __init__(self):
        super().__init__(request.args)

    @property
    def asked(self):
        """What :func:`app.models.people.accounts` wants to know."""
        return {"words": (self.q.data or "")[:100], "kind": self.kind.data or ""}


class RoleForm(Form):
    role = SelectField(_l("Role"), choices=choices(roles.NAMES))
