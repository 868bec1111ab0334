"""Settings begin with the page that fits the reader."""

from app.settings.views import bp

__all__ = ["bp"]
