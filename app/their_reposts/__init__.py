"""What a person reposted, on their profile."""

from app.their_reposts.views import bp

__all__ = ["bp"]
