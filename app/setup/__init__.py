"""The first visitor names the site and becomes its admin."""

from app.setup import commands
from app.setup.views import bp

__all__ = ["bp", "commands"]
