"""Words and tags of which somebody does not want to read."""

from app.muted_words.views import bp

__all__ = ["bp"]
