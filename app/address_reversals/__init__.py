"""The link that was sent to an old address: with it the account comes back."""

from app.address_reversals.views import bp

__all__ = ["bp"]
