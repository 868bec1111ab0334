"""Everybody who has an account: found, and given roles."""

from app.people import commands
from app.people.views import bp

__all__ = ["bp", "commands"]
