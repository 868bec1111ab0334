"""What the next page says about what has just been done."""

from flask import flash


def flash_with_undo(words: str, undo: str) -> None:
    """Say ``words`` beside a button that posts to ``undo``."""
    flash({"words": words, "undo": undo}, "success")  # type: ignore[arg-type]
