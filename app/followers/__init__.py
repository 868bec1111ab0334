"""Those who follow the reader."""

from app.followers.views import bp

__all__ = ["bp"]
