"""What a tag is called, as moderators decide."""

from app.tag_names.views import bp

__all__ = ["bp"]
