"""What is said of a webhook: where to, and what of."""

from urllib.parse import urlsplit

from flask import current_app
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, SelectMultipleField
from wtforms.validators import ValidationError

from app.lib.addresses import is_web_address
from app.lib.reach import PORTS
from app.models.webhook import ADDRESS_LONGEST, EVENTS
from app.web.forms import AtMost, Form, LineField, Needed, choices
from app.web.webhooks import WORDS


class WebhookForm(Form):
    address = LineField(
        _l("Address"),
        [Needed(_l("Enter the address of your program.")), AtMost(ADDRESS_LONGEST)],
    )
    events = SelectMultipleField(
        _l("What it is told of"),
        choices=choices({event: WORDS[event] for event in EVENTS}),
    )

    def validate_address(self, field: Field) -> None:
        """Say at once what would only fail later: where it leads is checked then."""
        if not is_web_address(field.data):
            words = _("Check this address. It should look like https://example.org/in.")
            raise ValidationError(words)
        try:
            parts = urlsplit(field.data)
            port = parts.port
        except ValueError as error:
            raise ValidationError(_("The port in this address is none.")) from error
        if "@" in parts.netloc:
            words = _("Leave name and password out. The signature says who it is.")
            raise ValidationError(words)
        is_open = (
            port is None or port in PORTS or current_app.config["WEBHOOK_NETWORKS"]
        )
        if not is_open:
            raise ValidationError(_("Only the ports 80 and 443 are reached from here."))

    def validate_events(self, field: Field) -> None:
        if not field.data:
            raise ValidationError(_("Choose one thing at least."))
