"""What a phone has to know to put the site beside its other programs."""

from app.manifest.views import bp

__all__ = ["bp"]
