"""An earlier text of a page of the site, made the present one."""

from app.page_restorations.views import bp

__all__ = ["bp"]
