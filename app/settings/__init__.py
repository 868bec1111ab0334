"""How the site looks and speaks to one reader."""

from app.settings.views import bp

__all__ = ["bp"]
