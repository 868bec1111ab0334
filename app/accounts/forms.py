from app.web.account_form import AccountForm
from app.web.joining import JoiningForm


class SignUpForm(AccountForm, JoiningForm):
    """Who somebody is, and how they get in."""

    @property
    def person(self):
        return {**super().person, "reason": self.why}
