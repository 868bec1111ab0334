"""The texts that a post had, for its writer."""

from app.revisions.views import bp

__all__ = ["bp"]
