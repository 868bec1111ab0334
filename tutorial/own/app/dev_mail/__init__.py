"""The letters of a try-out, for the one who tries the site on their own machine."""

from app.dev_mail.views import bp

__all__ = ["bp"]
