"""The site but for its limits: one reader asks for a page a thousand times a minute."""

from app.extensions import limiter
from wsgi import app

limiter.enabled = False

__all__ = ["app"]
