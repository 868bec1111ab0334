"""What other sites show in place of a link to a post."""

from app.oembed.views import bp

__all__ = ["bp"]
