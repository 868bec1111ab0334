"""Invitations of somebody else, taken back by an admin."""

from app.their_invitations.views import bp

__all__ = ["bp"]
