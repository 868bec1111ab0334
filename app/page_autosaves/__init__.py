"""Pages of the site, kept while they are written."""

from app.page_autosaves.views import bp

__all__ = ["bp"]
