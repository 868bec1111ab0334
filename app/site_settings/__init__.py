"""What the site is called, who may join and who writes."""

from app.site_settings import commands
from app.site_settings.views import bp

__all__ = ["bp", "commands"]
