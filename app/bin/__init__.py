"""What was thrown away, and can be taken back."""

from app.bin import commands
from app.bin.views import bp

__all__ = ["bp", "commands"]
