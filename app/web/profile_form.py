"""What somebody says of themself, as a form."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field
from wtforms.validators import ValidationError

from app.lib.addresses import is_web_address
from app.lib.tokens import digest
from app.models import User
from app.web.forms import AtMost, Form, HiddenLine, LineField, TextField

MOST_LINKS = 5


class ProfileForm(Form):
    name = LineField(_l("Name"), [AtMost(80)])
    bio = TextField(_l("Bio"), [AtMost(1_000)])
    location = LineField(_l("Place"), [AtMost(80)])
    links = TextField(_l("Links"), [AtMost(1_500)])
    # What the profile said when its person began to change it.
    seen = HiddenLine()

    def validate_links(self, field: Field) -> None:
        addresses = self.addresses
        if len(addresses) > MOST_LINKS:
            raise ValidationError(
                _("There’s room for five links. Remove %(n)d.", n=len(addresses) - 5)
            )
        for address in addresses:
            if not is_web_address(address):
                raise ValidationError(
                    _(
                        "“%(address)s” doesn’t look like https://example.org.",
                        address=address[:80],
                    )
                )

    @property
    def addresses(self) -> list[str]:
        """The links, one a line."""
        return [
            line.strip()
            for line in (self.links.data or "").splitlines()
            if line.strip()
        ]

    @staticmethod
    def said_by(person: User) -> dict[str, str]:
        """What the profile of ``person`` says now, as the form shows it."""
        return {
            "name": person.name,
            "bio": person.bio,
            "location": person.location,
            "links": "\n".join(person.links),
        }

    def begin_with(self, person: User) -> None:
        """From here on the form is meant to replace what the profile says now."""
        self.seen.data = digest(str(self.said_by(person)))

    def is_behind(self, person: User) -> bool:
        """Whether another tab has said something else since, and not the same."""
        is_older = self.seen.data != digest(str(self.said_by(person)))
        return is_older and not self.says_what(person)

    def says_what(self, person: User) -> bool:
        """Whether the profile says this already."""
        said = {**self.description, "name": self.name.data or person.handle}
        return said == {name: getattr(person, name) for name in said}

    @property
    def description(self) -> dict[str, Any]:
        return {
            "name": self.name.data,
            "bio": self.bio.data,
            "location": self.location.data,
            "links": self.addresses,
        }
