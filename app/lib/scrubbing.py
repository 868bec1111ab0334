"""What is taken out of words before those who run the site find them in a log."""

import re

_LEFT_OUT = "…"
#: Of a longer line the rest is left out: strangers may send any length.
LONGEST = 8_000
#: What a secret or a person looks like, and what stands in its place.
_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), instead)
    # Each is tried only where a word begins, or ends before the next try: else a word
    # of a stranger is read again from each character, 60 KB of it for many seconds.
    for pattern, instead in (
        # gunicorn names who sent what it cannot read, and what that was.
        (r"(?<=Invalid request from ip=)\S+ ([A-Za-z -]*).*$", r"…: \1…"),
        (r"\bip=[^\s…]\S*", "ip=…"),
        (r"(?<=Error handling request ).*$", _LEFT_OUT),
        # A name and a password in an address: smtp://me:secret@host
        (r"(?<=://)[^/\s@]+(?=@)", _LEFT_OUT),
        (
            r"(?<![^\s@<>\"'(),;:=/…])[^\s@<>\"'(),;:=/…]+@[^\s@<>\"'(),;:=/]+\.\w{2,}",
            "…@…",
        ),
        # The query of an address, where keys and what people look for stand.
        (r"(?<![^\s\"'<>])([^\s\"'<>?]*)\?[^\s=\"'<>]*=[^\s\"'<>]*", r"\1?…"),
        # PostgreSQL adds the values of the row that it refused.
        (r"^(\s*)(DETAIL|CONTEXT):.*$", r"\1\2: …"),
        (r"(: )\"[^\"]*\"?$", r'\1"…"'),
        (r"(\bvalue )\"[^\"]*(\"|$)", r'\1"…"'),
        # What Python could not read.
        (r"(with base \d+: |string to \w+: |isoformat string: ).*$", r"\1…"),
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
    return "\n".join(map(_scrubbed_line, words.split("\n")))


def _scrubbed_line(line: str) -> str:
    # The word at the end goes too: half of one is not known for what it is.
    kept = line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0]
    missing = len(line) - len(kept)
    for pattern, instead in _PATTERNS:
        kept = pattern.sub(instead, kept)
    return f"{kept} … ({missing} more characters)" if missing else kept
