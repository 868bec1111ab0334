"""What a message is written on, and whom it can be addressed to."""

import re
from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import contains_eager
from wtforms import Field
from wtforms import Form as BaseForm
from wtforms.validators import Length, StopValidation, ValidationError

from app.extensions import db
from app.lib.handles import normalized
from app.lib.tokens import new_form_key
from app.models import Handle, User
from app.models.conversation import MOST_PEOPLE
from app.models.message import MESSAGE_LONGEST
from app.web.forms import AtMost, Form, HiddenLine, LineField, Needed, TextField
from app.web.publishing import must_confirm


class Confirmed:
    """Refuse the words of somebody whom nobody could answer by mail; keep them."""

    def __call__(self, form: BaseForm, field: Field) -> None:
        if must_confirm():
            raise StopValidation(
                _("Confirm your address first. Your words stay here meanwhile.")
            )


class PeopleField(LineField):
    """Handles, as somebody types them one after another."""

    #: Who was meant, once it is validated.
    people: Sequence[User] = ()

    @property
    def handles(self) -> list[str]:
        """Each handle once, without the reader's own."""
        words = re.split(r"[\s,;]+", self.data or "")
        named = dict.fromkeys(normalized(word) for word in words)
        return [name for name in named if name and name != current_user.handle]

    def pre_validate(self, form: BaseForm) -> None:
        handles = self.handles
        if not handles:
            raise StopValidation(self._ask_for_somebody())
        if len(handles) >= MOST_PEOPLE:
            raise StopValidation(
                _(
                    "At most %(max)d people fit into a conversation, you among them.",
                    max=MOST_PEOPLE,
                )
            )
        self.people = self._those_who_take_messages(_known(handles))

    def _ask_for_somebody(self) -> str:
        if (self.data or "").strip(" ,;@"):
            return _("That’s you. Name somebody else.")
        return _("Say whom it is for.")

    def _those_who_take_messages(self, known: dict[str, User]) -> list[User]:
        people = list(dict.fromkeys(known.values()))
        taking = set(
            db.session.scalars(
                select(User.id).where(
                    User.id.in_([person.id for person in people]),
                    User.takes_messages_of(current_user),
                )
            )
        )
        if closed := [name for name, who in known.items() if who.id not in taking]:
            raise ValidationError(
                _("%(name)s doesn’t take messages from you.", name=f"@{closed[0]}")
            )
        return people


class MessageForm(Form):
    body = TextField(
        _l("Message"),
        [Needed(_l("Write something first.")), AtMost(MESSAGE_LONGEST), Confirmed()],
    )
    # Names this sheet of paper: sent twice, it is one message.
    form_key = HiddenLine(default=new_form_key, validators=[Length(min=1, max=36)])

    def refuse(self, words: str) -> None:
        """Say above the words, which stay, why they cannot be sent."""
        self.body.errors = [words]


class LetterForm(MessageForm):
    """A message that begins a conversation."""

    to = PeopleField(_l("To"))

    def address(self, to: str) -> None:
        """Begin with somebody, and say at once if they take no messages."""
        if to:
            self.to.process_formdata([to])
            self.to.validate(self)


def _known(handles: Sequence[str]) -> dict[str, User]:
    """Whom each handle means, the one of now or a former one.

    :raises ValidationError: when nobody is called so.
    """
    named = select(Handle).join(Handle.user).options(contains_eager(Handle.user))
    rows = db.session.scalars(named.where(Handle.handle.in_(handles)))
    known = {row.handle: row.user for row in rows if row.user}
    if unknown := [handle for handle in handles if handle not in known]:
        raise ValidationError(
            _(
                "Nobody here is called %(name)s. Look at how it is spelled.",
                name=f"@{unknown[0]}",
            )
        )
    return {handle: known[handle] for handle in handles}
