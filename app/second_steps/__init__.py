"""The second step of signing in."""

from app.second_steps.views import bp

__all__ = ["bp"]
