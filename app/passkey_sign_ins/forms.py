from wtforms import BooleanField, HiddenField

from app.web.forms import Form


class PasskeySignInForm(Form):
    """What the sign-in page sends when its passkey button was pressed."""

    keep = BooleanField()
    next = HiddenField()
    credential = HiddenField()
