"""The language of the pages, and the clock that their times are read from."""

from app.language.views import bp

__all__ = ["bp"]
