"""What is done before accounts go for good."""

from app.models import gallery
from app.web.pruning import before_pruning


@before_pruning
def hand_pictures_over():
    """What the pages of the site show stays, when those who brought it are gone."""
    gallery.hand_over()
