"""What an admin does for somebody who lost every factor."""

from app.second_factors import listeners
from app.second_factors.views import bp

__all__ = ["bp", "listeners"]
