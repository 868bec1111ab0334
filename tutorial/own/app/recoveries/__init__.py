"""Getting back in without the password."""

from app.recoveries import listeners  #: 19
from app.recoveries.views import bp

__all__ = ["bp"]  #: 11-18
__all__ = ["bp", "listeners"]  #: 19
