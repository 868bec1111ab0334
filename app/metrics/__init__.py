"""Numbers for Prometheus, where the settings name a token."""

from app.metrics.views import bp

__all__ = ["bp"]
