"""How long it takes to read a text."""

WORDS_A_MINUTE = 230


def minutes_to_read(words: int) -> int:
    """Whole minutes; at least one.

    >>> minutes_to_read(131)
    1
    """
    return max(1, round(words / WORDS_A_MINUTE))
