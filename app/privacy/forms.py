from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from app.web.forms import Form

CHOICES = ("is_locked", "hides_counts", "is_suggested", "is_indexable")


class PrivacyForm(Form):
    is_locked = BooleanField(_l("Choose who follows you"))
    hides_counts = BooleanField(_l("Keep numbers and lists to yourself"))
    is_suggested = BooleanField(_l("Be suggested to others"))
    is_indexable = BooleanField(_l("Be found by searching"))

    @staticmethod
    def chosen_by(person):
        """What ``person`` has chosen, as the form shows it."""
        return {name: getattr(person, name) for name in CHOICES}
