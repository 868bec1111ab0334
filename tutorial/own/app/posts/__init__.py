"""Writing, reading, changing and throwing away posts."""

from app.posts import commands  #: 12
from app.posts.views import bp

__all__ = ["bp"]  #: 6-11
__all__ = ["bp", "commands"]  #: 12
