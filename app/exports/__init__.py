"""Everything that the site knows of somebody, to take along."""

from app.exports.views import bp

__all__ = ["bp"]
