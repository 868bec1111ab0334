"""Signing up with a name that another site vouches for."""

from app.introductions.views import bp

__all__ = ["bp"]
