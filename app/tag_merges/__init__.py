"""Two tags become one."""

from app.tag_merges.views import bp

__all__ = ["bp"]
