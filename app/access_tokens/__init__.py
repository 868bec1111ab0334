"""What may act for the reader, and tokens that they make for programs of theirs."""

from app.access_tokens import listeners
from app.access_tokens.views import bp

__all__ = ["bp", "listeners"]
