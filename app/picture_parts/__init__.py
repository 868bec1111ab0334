"""A part of a picture, cut out to stand above a text."""

from app.picture_parts.views import bp

__all__ = ["bp"]
