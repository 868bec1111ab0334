"""Leaving for good: asked twice, with two weeks to think again."""

from app.farewells import listeners
from app.farewells.views import bp

__all__ = ["bp", "listeners"]
