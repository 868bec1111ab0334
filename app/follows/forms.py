from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import Form as BaseForm

from app.web.forms import LineField


class SearchForm(BaseForm):
    """Whom to list. It changes nothing, so it is sent with the address."""

    q = LineField(_l("Name or handle"))

    def __init__(self):
        super().__init__(request.args)
