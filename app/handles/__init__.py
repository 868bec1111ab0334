"""Going by another handle; the old one leads to the new one for ever."""

from app.handles.views import bp

__all__ = ["bp"]
