"""What people show of themselves: a picture beside their name, and a banner."""

from app.faces.views import bp

__all__ = ["bp"]
