"""What the site says of itself."""

from app.pages.views import bp

__all__ = ["bp"]
