"""What has been kept for long enough goes."""

from app.pruning.commands import bp

__all__ = ["bp"]
