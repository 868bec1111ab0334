"""How much is unread, for a page that stays open."""

from app.unread.views import bp

__all__ = ["bp"]
