"""The text as readers would see it, drawn while it is written."""

from app.previews.views import bp

__all__ = ["bp"]
