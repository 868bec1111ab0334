"""A filled site to look at: people and posts written for it, kept as prose."""

from app.demo.commands import bp

__all__ = ["bp"]
