"""Addresses that an admin vouches for."""

from app.vouched_addresses.views import bp

__all__ = ["bp"]
