"""What happened to all accounts, for those who run the site."""

from app.audit.views import bp

__all__ = ["bp"]
