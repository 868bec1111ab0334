"""An application asks somebody whether it may act for them."""

from app.consents.views import bp

__all__ = ["bp"]
