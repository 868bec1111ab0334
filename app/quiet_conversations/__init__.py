"""Conversations that call for no attention."""

from app.quiet_conversations.views import bp

__all__ = ["bp"]
