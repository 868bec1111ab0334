"""What somebody has chosen for themself and their account, shown and changed."""

from flask_login import current_user

from app.web import find
from app.web.problems import Problem
from app.web.profile_form import ProfileForm

#: Of the person and of the account, by what programs call it.
_PERSON = {"suggested": "is_suggested", "indexable": "is_indexable"}
_ACCOUNT = {"language": "language", "timeZone": "time_zone"}
_PROFILE = {"name", "location", "links"}


def shown():
    """What the reader has chosen."""
    me, account = current_user, current_user.account
    return {
        "settings": {
            "name": me.name,
            "location": me.location,
            "links": list(me.links),
            **{name: getattr(account, ours) for name, ours in _ACCOUNT.items()},
            "asksBeforeFollow": me.is_locked,
            "showsTies": not me.hides_counts,
            **{name: getattr(me, ours) for name, ours in _PERSON.items()},
            "takesMessagesFrom": me.takes_messages_from,
        }
    }


def choose(given):
    """Change what ``given`` names; the caller commits."""
    me, account = current_user, current_user.account
    if _PROFILE & given.keys():
        _describe(given)
    _lay_on(account, _ACCOUNT, given)
    _lay_on(me, _PERSON, given)
    if "showsTies" in given:
        me.hides_counts = not given["showsTies"]
    if "takesMessagesFrom" in given:
        find.oneself("takes_messages_from").takes_messages_from = given[
            "takesMessagesFrom"
        ]
    if "asksBeforeFollow" in given:
        # Whoever waits when the door is opened follows from then on.
        me.lock() if given["asksBeforeFollow"] else me.unlock()


def _lay_on(row, names, given):
    for name, ours in names.items():
        if name in given:
            setattr(row, ours, given[name])


def _describe(given):
    """Change what the profile says, by the rules of its form."""
    person = find.oneself("name", "bio", "location", "links")
    said = ProfileForm.said_by(person)
    said |= {name: given[name] for name in ("name", "location") if name in given}
    if "links" in given:
        said["links"] = "\n".join(given["links"])
    form = ProfileForm(blank=True, data=said)
    if not form.validate():
        raise Problem(422, {name: list(why) for name, why in form.errors.items()})
    person.describe(**form.description)
