"""Talks between a few people that nobody else sees."""

from app.conversations import listeners
from app.conversations.views import bp

__all__ = ["bp", "listeners"]
