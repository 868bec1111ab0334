"""The pictures beside links: drawn where a page has no picture of its own."""

from app.cards import upkeep
from app.cards.views import bp

__all__ = ["bp", "upkeep"]
