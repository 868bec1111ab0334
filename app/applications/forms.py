from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import StopValidation

from app.lib import redirects
from app.lib.addresses import is_web_address
from app.models.application import ADDRESS_LONGEST, MOST_REDIRECTS, NAME_LONGEST
from app.web.forms import AtMost, Form, LineField, Needed, TextField, choices

KINDS = {
    "confidential": _l("A server, which keeps a secret"),
    "public": _l("An app, a page or a command, which can’t keep one"),
}


class ApplicationForm(Form):
    name = LineField(
        _l("Name"),
        [Needed(_l("People have to know what asks them.")), AtMost(NAME_LONGEST)],
    )
    website = LineField(_l("Website"), [AtMost(ADDRESS_LONGEST)])
    redirect_uris = TextField(_l("Where people are sent back to"))

    def validate_website(self, field):
        if field.data and not is_web_address(field.data):
            raise StopValidation(_("Give a whole address, beginning with https://."))

    def validate_redirect_uris(self, field):
        wrong = [line for line in self.lines if not redirects.is_allowed(line)]
        if not self.lines:
            raise StopValidation(_("Without one, nobody comes back to it."))
        if len(self.lines) > MOST_REDIRECTS:
            words = _("%(n)d addresses are as many as fit.", n=MOST_REDIRECTS)
            raise StopValidation(words)
        if wrong:
            words = _("People can’t be sent to this one: %(uri)s", uri=wrong[0][:100])
            raise StopValidation(words)

    @property
    def lines(self):
        """The addresses, one a line, each once."""
        lines = (line.strip() for line in (self.redirect_uris.data or "").split("\n"))
        return list(dict.fromkeys(filter(None, lines)))

    @property
    def given(self):
        return {
            "name": self.name.data,
            "website": self.website.data,
            "redirect_uris": self.lines,
        }


class NewApplicationForm(ApplicationForm):
    kind = RadioField(_l("What it is"), choices=choices(KINDS), default="confidential")
