"""Where applications fetch their tokens."""

from app.oauth_tokens.views import bp

__all__ = ["bp"]
