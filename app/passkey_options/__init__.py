"""What a browser needs to know before it uses a passkey."""

from app.passkey_options.views import bp

__all__ = ["bp"]
