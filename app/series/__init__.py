"""Posts that belong together, and their order."""

from app.series.views import bp

__all__ = ["bp"]
