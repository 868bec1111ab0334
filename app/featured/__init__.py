"""What those who look after the site show to everybody first."""

from app.featured.views import bp

__all__ = ["bp"]
