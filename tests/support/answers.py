"""What answers have in common that are the same but for who asked when."""

#: Another one each time.
OF_ITS_OWN = {"Date", "X-Request-Id", "Server-Timing"}


def steady_headers(answer):
    """The headers of ``answer``, but for those that each answer has of its own."""
    return [pair for pair in answer.headers if pair[0] not in OF_ITS_OWN]
