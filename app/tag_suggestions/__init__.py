"""Tags for somebody who has begun to type one."""

from app.tag_suggestions.views import bp

__all__ = ["bp"]
