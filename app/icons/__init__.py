"""The pictures that browsers ask for without having read a page."""

from app.icons.views import bp

__all__ = ["bp"]
