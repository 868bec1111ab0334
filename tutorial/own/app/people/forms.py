from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from app.models.permissions import ROLES
from app.web.forms import Form


class RoleForm(Form):
    role = SelectField(_l("Role"), choices=list(ROLES))
