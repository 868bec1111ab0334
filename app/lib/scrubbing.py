"""What is taken out of words before those who run the site find them in a log."""

import re

_LEFT_OUT = "…"
#: What a secret or a person looks like, and what stands in its place.
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), instead)
    for pattern, instead in (
        # A name and a password in an address: smtp://me:secret@host
        (r"(?<=://)[^/\s@]+(?=@)", _LEFT_OUT),
        (r"[^\s@<>\"'(),;:=/…]+@[^\s@<>\"'(),;:=/]+\.\w{2,}", "…@…"),
        # The query of an address, where keys and what people look for stand.
        (r"(?<=\S)\?[^\s=\"'<>]*=[^\s\"'<>]*", "?…"),
        # PostgreSQL adds the values of the row that it refused.
        (r"^(\s*)(DETAIL|CONTEXT):.*$", r"\1\2: …"),
        (r"(: )\"[^\"\n]*\"$", r'\1"…"'),
        (r"(\bvalue )\"[^\"\n]*\"", r'\1"…"'),
        # What Python could not read.
        (r"(with base \d+: |string to \w+: |isoformat string: ).*$", r"\1…"),
        # gunicorn names who sent what it cannot read, and the address that failed.
        (r"\bip=\S+", "ip=…"),
        (r"(?<=Error handling request )\S+", _LEFT_OUT),
        # Tokens: long, and not what a person would call anything.
        (r"(?<![\w.-])(?=[\w.-]*\d)(?=[\w.-]*[A-Za-z])[\w-][\w.-]{31,}", _LEFT_OUT),
        (r"(?<![\w.-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{40,}", _LEFT_OUT),
    )
)


def scrubbed(words: str) -> str:
    """Return ``words`` without addresses, queries, tokens and values of rows.

    It is the second line of defence: nothing of the kind should be written at all. But
    what a library says when it fails is not ours to choose.
    """
    for pattern, instead in _PATTERNS:
        words = pattern.sub(instead, words)
    return words
