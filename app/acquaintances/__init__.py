"""People worth meeting, and why."""

from app.acquaintances.views import bp

__all__ = ["bp"]
