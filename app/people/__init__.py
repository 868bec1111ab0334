"""Everybody who has an account, for those who run the site."""

from app.people import commands, ways_back
from app.people.views import bp

__all__ = ["bp", "commands", "ways_back"]
