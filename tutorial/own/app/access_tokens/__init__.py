"""The tokens by which programs act for somebody."""

from app.access_tokens.views import bp

__all__ = ["bp"]
