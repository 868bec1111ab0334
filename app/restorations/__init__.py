"""An earlier text that becomes the present one."""

from app.restorations.views import bp

__all__ = ["bp"]
