"""Taking a page of the site out of the bin."""

from app.page_bin.views import bp

__all__ = ["bp"]
