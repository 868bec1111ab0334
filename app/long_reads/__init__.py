"""What takes a while to read."""

from app.long_reads.views import bp

__all__ = ["bp"]
