"""Generated landscapes above profiles."""

from app.banners.views import bp

__all__ = ["bp"]
