"""Cards for links that stand alone: what the pages say of themselves."""

from app.link_previews.listeners import bp

__all__ = ["bp"]
