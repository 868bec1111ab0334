"""The book in tutorial/, in which this application grows by a chapter."""

from app.tutorial.commands import bp

__all__ = ["bp"]
