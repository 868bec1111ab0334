"""What search engines are told of."""

from app.sitemaps.views import bp

__all__ = ["bp"]
