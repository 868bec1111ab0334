"""Signing in with a passkey, and nothing else."""

from app.passkey_sign_ins.views import bp

__all__ = ["bp"]
