"""What is found at the same place on every site (RFC 8615)."""

from app.well_known.views import bp

__all__ = ["bp"]
