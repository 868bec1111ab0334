"""The reference of the API, as a page that people read."""

from app.api_reference.views import bp

__all__ = ["bp"]
