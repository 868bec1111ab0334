"""Who people are: their pages, and the form behind them."""

from app.profiles.views import bp

__all__ = ["bp"]
