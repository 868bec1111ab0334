from tests.fixtures.beginnings import empty_site
from tests.fixtures.contexts import own_contexts

__all__ = ["empty_site", "own_contexts"]
