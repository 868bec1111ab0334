"""Leaving for good: asked twice, with two weeks to think again."""

from app.farewells import commands, listeners
from app.farewells.views import bp

__all__ = ["bp", "commands", "listeners"]
