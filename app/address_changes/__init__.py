"""The link that was sent to a new address: with it the account moves there."""

from app.address_changes.views import bp

__all__ = ["bp"]
