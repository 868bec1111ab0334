"""What keeps an account safe, on one page."""

from app.security.views import bp

__all__ = ["bp"]
