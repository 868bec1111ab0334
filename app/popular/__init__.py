"""What people like and pass on."""

from app.popular.views import bp

__all__ = ["bp"]
