from flask_babel import lazy_gettext as _l

from app.web.forms import AtMost, Form, LineField, TextField


class ProfileForm(Form):
    name = LineField(_l("Name"), [AtMost(80)])
    bio = TextField(_l("Bio"), [AtMost(1_000)])

    @property
    def description(self):
        return {"name": self.name.data, "bio": self.bio.data}
