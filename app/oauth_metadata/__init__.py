"""What programs need to know of the authorization server."""

from app.oauth_metadata.views import bp

__all__ = ["bp"]
