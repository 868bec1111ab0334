"""The page of what an account is: its handle, its address, and how to leave."""

from app.account.views import bp

__all__ = ["bp"]
