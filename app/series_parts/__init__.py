"""The places that posts have in a series."""

from app.series_parts.views import bp

__all__ = ["bp"]
