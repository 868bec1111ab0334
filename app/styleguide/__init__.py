"""Every component on one page, in development only."""

from app.styleguide.views import bp

__all__ = ["bp"]
