"""Publishing what waits, and taking back what was published."""

from app.publications import listeners
from app.publications.views import bp

__all__ = ["bp", "listeners"]
