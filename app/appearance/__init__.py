"""Paper, reading size and reading face: for everybody, by cookie."""

from app.appearance.views import bp

__all__ = ["bp"]
