"""What is left when rows of pictures have gone: their files."""

from app.media.sweeping import sweep_quietly
from app.web.pruning import after_pruning

after_pruning(sweep_quietly)
