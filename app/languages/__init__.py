"""What is written in a language."""

from app.languages.views import bp

__all__ = ["bp"]
