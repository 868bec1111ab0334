"""Texts that a page of the site had."""

from app.page_revisions.views import bp

__all__ = ["bp"]
