"""Getting back in without the password."""

from app.recoveries import listeners
from app.recoveries.views import bp

__all__ = ["bp", "listeners"]
