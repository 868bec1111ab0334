"""Where programs find a post: its slug, and a code that is unique on the whole site.

>>> api_slug("the-tide-tables", 12)
'the-tide-tables-100c'
>>> parts_of("the-tide-tables-100c")
('the-tide-tables', 12)
"""

# Crockford's, in small letters: none that are taken for another.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_FIRST = 32**3
_LAST = 2**63 - 1


def api_slug(slug: str, key: int) -> str:
    """Return the address of the post with this ``key``, of four digits or more."""
    number, code = key + _FIRST, ""
    while number:
        number, digit = divmod(number, 32)
        code = _DIGITS[digit] + code
    return f"{slug}-{code}"


def parts_of(address: str) -> tuple[str, int] | None:
    """Return the slug and the key of ``address``, or None if no post could be there."""
    slug, _, code = address.rpartition("-")
    if not slug or not 4 <= len(code) <= 13 or not set(code) <= set(_DIGITS):
        return None
    number = 0
    for digit in code:
        number = number * 32 + _DIGITS.index(digit)
    key = number - _FIRST
    # Of one number there is one spelling.
    is_ours = 0 < key <= _LAST and code[0] != "0"
    return (slug, key) if is_ours else None
