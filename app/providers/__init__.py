"""Going to another site that says who somebody is, and coming back."""

from app.providers.views import bp

__all__ = ["bp"]
