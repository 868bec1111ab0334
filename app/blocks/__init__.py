"""People whom somebody wants nothing to do with."""

from app.blocks.views import bp

__all__ = ["bp"]
