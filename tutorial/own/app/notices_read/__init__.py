"""Having read it all."""

from app.notices_read.views import bp

__all__ = ["bp"]
