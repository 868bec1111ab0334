"""Old cards go with what is pruned at night."""

from app.web.card_files import drop_old
from app.web.pruning import after_pruning

after_pruning(drop_old)
