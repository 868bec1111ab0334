"""A whole site that is served as in earnest, and what can happen to it."""
