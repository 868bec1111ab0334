"""Pages of the site itself: About, Terms, Privacy and others."""

from app.pages import listeners
from app.pages.views import bp

__all__ = ["bp", "listeners"]
