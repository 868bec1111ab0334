"""The strip above a profile, drawn from its handle."""

from app.banners.views import bp

__all__ = ["bp"]
