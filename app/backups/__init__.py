"""Backups of the whole site, made while people use it, and what comes of them."""

from app.backups import checkups, nightly
from app.backups.commands import bp

__all__ = ["bp", "checkups", "nightly"]
