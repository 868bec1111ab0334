"""How a moderator decides about somebody: the form, and what follows from it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from flask import abort
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from sqlalchemy import select
from wtforms import Field, RadioField, SelectField
from wtforms.validators import StopValidation

from app.extensions import db
from app.models import Matter, ModerationAct, Site, User
from app.models.columns import now
from app.models.moderation_act import WORDS_LONGEST
from app.web import audit, reported
from app.web.current import end_sessions_of
from app.web.forms import AtMost, Form, HiddenLine, TextField, choices
from app.web.locale import speaking
from app.web.moderation_words import ACTS, NEWS, SUBJECTS, TERMS
from app.web.owner import tell
from app.web.suspensions import lift_in_time

#: What nobody is left to guess the reason of.
_EXPLAINED = {"hide", "warn", "limit", "suspend"}
#: What is written into the record of the account, too.
_RECORDED = {
    "limit": "account.limited",
    "unlimit": "account.unlimited",
    "suspend": "account.suspended",
    "unsuspend": "account.unsuspended",
}


class ActForm(Form):
    """What a moderator does about somebody or, with a matter, their words."""

    what = RadioField(_l("What to do"), validate_choice=False)
    term = SelectField(_l("For how long"), choices=choices(TERMS))
    message = TextField(_l("Message to them"), [AtMost(WORDS_LONGEST)])
    note = TextField(_l("Note for moderators"), [AtMost(WORDS_LONGEST)])
    # The newest act about this person that the moderator knew of.
    seen = HiddenLine()

    def __init__(self, person: User, matter: Matter | None = None) -> None:
        self.newest = db.session.scalar(ModerationAct.on(person).limit(1))
        self.greeting = _greeting(person)
        super().__init__(message=self.greeting, seen=self._known)
        offered = _offered(person, matter)
        self.what.choices = choices({key: ACTS[key] for key in offered})

    @property
    def _known(self) -> str:
        return str(self.newest.id if self.newest else 0)

    @property
    def is_behind(self) -> bool:
        """Whether somebody else acted since the page was made."""
        return self.seen.data != self._known

    def catch_up(self) -> None:
        """Be sent the next time by somebody who knows of it."""
        self.seen.data = self._known

    def validate_what(self, field: Field) -> None:
        if field.data not in {choice.value for choice in self.what.choices}:
            raise StopValidation(_("Choose what to do."))

    def validate_message(self, field: Field) -> None:
        if self.what.data in _EXPLAINED and not field.data.strip():
            raise StopValidation(_("Tell them why: they can’t guess it."))

    def validate_note(self, field: Field) -> None:
        if self.what.data != "dismiss" and not field.data.strip():
            raise StopValidation(_("Say why, for those who look into it after you."))

    @property
    def decision(self) -> dict[str, str | datetime | None]:
        """What :meth:`app.models.moderation_act.Moderator.judge` wants to know."""
        said = self.message.data.strip()
        is_said = self.what.data in _EXPLAINED or said != self.greeting
        days = timedelta(days=int(self.term.data or 0))
        return {
            "what": self.what.data,
            "note": self.note.data.strip(),
            "message": said if is_said else "",
            "until": now() + days if days else None,
        }


def hold(person: User) -> None:
    """Let nobody else decide about ``person`` until this is done, if the reader may.

    Nobody judges themselves, only admins judge moderators, and nobody the last admin.
    """
    if not current_user.may_judge(person):
        abort(403, _("Only admins decide about those who look after the site."))
    if is_needed(person):
        abort(409, _("Nobody else runs this site. Make another admin first."))
    lock(person)


def is_needed(person: User) -> bool:
    """Whether nobody else runs the site."""
    return person.account.role == "admin" and person.account.is_last_admin()


def lock(person: User) -> None:
    """Lock somebody as whoever leaves locks them: the site, then the person."""
    db.session.execute(select(Site.id).with_for_update(key_share=True))
    shared = {"key_share": True}
    db.session.refresh(person, ["withheld_at"], with_for_update=shared)


def held_matter(key: int) -> Matter:
    """A matter that nobody else decides about until this is done."""
    hold(reported.matter(key).about)
    # As whoever was faster has left it.
    return reported.matter(key)


def judge(form: ActForm, person: User, matter: Matter | None = None) -> ModerationAct:
    """Do what ``form`` says about somebody who is held, and tell them."""
    decision = form.decision
    if matter is None and decision["what"] in _EXPLAINED:
        # What was reported of their profile is decided with it.
        matter = db.session.scalar(Matter.on(person))
    act: ModerationAct = current_user.judge(person, matter=matter, **decision)
    conclude(act)
    return act


def conclude(act: ModerationAct) -> None:
    """Do what follows from an act about somebody: sessions, the record, a letter."""
    person = act.about
    if act.what == "suspend":
        end_sessions_of(person.account)
        lift_in_time(act)
    if action := _RECORDED.get(act.what):
        audit.record(action, person.account)
    if act.is_told:
        _write_to(person, act)


def _write_to(person: User, act: ModerationAct) -> None:
    tell(
        "moderated",
        person.account,
        person=person,
        act=act,
        subject=SUBJECTS[act.what],
        news=NEWS[act.what],
        words=act.words,
    )


def _offered(person: User, matter: Matter | None) -> Iterator[str]:
    """What can be done as things are, the mildest first."""
    if matter and not matter.is_settled:
        yield "dismiss"
    # A message has been read by whoever it was for.
    if matter and matter.kind in {"post", "comment"}:
        yield "restore" if matter.thing.is_taken_down else "hide"
    yield "warn"
    yield "unlimit" if person.limitation() else "limit"
    yield "unsuspend" if person.suspension() else "suspend"


def _greeting(person: User) -> str:
    with speaking(person.account.language):
        return _(
            "Hello %(name)s. People asked us to look at this, and we think that it "
            "goes too far for this place. It’s about what was said, not about you, "
            "and you’re welcome to say it differently.",
            name=person.name,
        )
