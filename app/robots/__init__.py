"""What machines that read the web are asked to leave alone."""

from app.robots.views import bp

__all__ = ["bp"]
