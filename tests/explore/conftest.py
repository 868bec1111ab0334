from tests.fixtures.contexts import own_contexts

__all__ = ["own_contexts"]
