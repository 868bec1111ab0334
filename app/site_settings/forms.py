from flask import current_app
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField

from app.web.forms import AtMost, Form, LineField, Needed, choices

JOINING = {
    "open": _l("Everybody"),
    "invitation": _l("Whoever is invited"),
    "request": _l("Whoever asks and is let in"),
    "closed": _l("Nobody at present"),
}
WRITING = {
    "everybody": _l("Every member"),
    "authors": _l("Authors only; everybody else reads and follows"),
}
AI_CRAWLERS = {
    "none": _l("None of them"),
    "answers": _l("Those that answer questions with a link to the page"),
    "all": _l("All, also those that train models"),
}


class SiteForm(Form):
    name = LineField(
        _l("Name of the site"), [Needed(_l("Give the site a name.")), AtMost(60)]
    )
    tagline = LineField(_l("What it is, in a line"), [AtMost(160)])
    joining = RadioField(_l("Who may join"), choices=choices(JOINING))
    writing = RadioField(_l("Who may write"), choices=choices(WRITING))
    members_invite = BooleanField(_l("Members may invite others"))
    is_indexable = BooleanField(_l("Search engines may list this site"))
    ai_crawlers = RadioField(
        _l("Which AI crawlers may read it"), choices=choices(AI_CRAWLERS)
    )

    def __init__(self, **known):
        super().__init__(**known)
        # Who may join, where the configuration says it: there is no choice then.
        self.decided = current_app.config["JOINING"]
        if self.decided:
            del self.joining

    @property
    def doors(self):
        """Who might join, each by its name and in words."""
        return JOINING.items()

    def changes_to(self, site):
        """What it would change, as in “joining: open → closed”."""
        return [
            f"{name}: {earlier} → {value}"
            for name, value in self.data.items()
            if (earlier := getattr(site, name)) != value
        ]
