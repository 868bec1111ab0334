"""Programs that members make and register, so that they may ask others."""

from app.applications.views import bp

__all__ = ["bp"]
