"""Where those who look after the site begin."""

from app.admin.views import bp

__all__ = ["bp"]
