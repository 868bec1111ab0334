"""Where feeds are elsewhere, and people and programs look for one."""

from app.feed_guesses.views import bp

__all__ = ["bp"]
