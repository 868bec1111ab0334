"""Who may follow somebody, and what others see of it."""

from app.privacy.views import bp

__all__ = ["bp"]
