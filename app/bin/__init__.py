"""What was thrown away, and can be taken back."""

from app.bin.views import bp

__all__ = ["bp"]
