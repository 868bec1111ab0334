"""The texts that a post had, for its readers, where the author lets them."""

from app.histories.views import bp

__all__ = ["bp"]
