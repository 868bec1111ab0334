"""Taking a page of the site off it."""

from app.page_publications.views import bp

__all__ = ["bp"]
