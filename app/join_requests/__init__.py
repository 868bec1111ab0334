"""People who asked to join, answered by those who look after the site."""

from app.join_requests.views import bp

__all__ = ["bp"]
