"""A sign of life for whoever watches the process."""

from app.health.views import bp

__all__ = ["bp"]
