"""Browsers that are signed in, ended one by one."""

from app.sessions import commands
from app.sessions.views import bp

__all__ = ["bp", "commands"]
