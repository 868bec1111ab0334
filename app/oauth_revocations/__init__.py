"""Where applications hand back their tokens."""

from app.oauth_revocations.views import bp

__all__ = ["bp"]
