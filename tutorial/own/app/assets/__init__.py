"""The stylesheet and the pictures of the site itself."""

from app.assets.views import bp

__all__ = ["bp"]
