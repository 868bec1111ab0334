"""Getting back in without the password."""

from app.recoveries.views import bp

__all__ = ["bp"]
