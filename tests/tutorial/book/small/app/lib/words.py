"""Words of any kind."""


def capital(word):
    """The word, as it begins a sentence."""
    return word[:1].upper() + word[1:]
