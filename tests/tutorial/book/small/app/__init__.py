"""The real application."""
