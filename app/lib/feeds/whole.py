"""HTML that is read elsewhere: each address in it says from where it is."""

import re
from html import escape, unescape
from urllib.parse import urljoin

# As our sanitizer writes elements: all values quoted, no quote inside. What looks like
# one in the words between them has no "<" before it.
_ELEMENT = re.compile(r'<(?:a|img|source)(?P<said>(?:\s+[\w:-]+="[^"]*")+)')
# One after another from the first: a value that looks like an attribute is passed over.
_ATTRIBUTE = re.compile(r'\s+(?P<name>[\w:-]+)="(?P<value>[^"]*)"')


def whole(html: str, page: str) -> str:
    """Return ``html`` with all its addresses absolute.

    :param html: what :func:`app.lib.sanitize.sanitized` gave.
    :param page: the address at which it is shown; ``#fn1`` leads there.

    >>> whole('<a href="#fn1">1</a> <img src="/a.png">', "https://example.org/@ann/x")
    '<a href="https://example.org/@ann/x#fn1">1</a> <img src="https://example.org/a.png">'
    """

    def attribute(match: re.Match[str]) -> str:
        name, value = match["name"], match["value"]
        if name in {"href", "src"}:
            return f' {name}="{_joined(value, page)}"'
        if name == "srcset":
            return f' {name}="{_candidates(value, page)}"'
        return match[0]

    return _ELEMENT.sub(lambda found: _ATTRIBUTE.sub(attribute, found[0]), html)


def _candidates(value: str, page: str) -> str:
    """Each address of a ``srcset``, with what is said of it behind it."""
    parts = (part.split(maxsplit=1) for part in value.split(",") if part.strip())
    return ", ".join(" ".join([_joined(part[0], page), *part[1:]]) for part in parts)


def _joined(value: str, page: str) -> str:
    # Nearly all are one of these, and need not be taken apart.
    if value.startswith("#"):
        return escape(page) + value
    if value.startswith(("https://", "http://")):
        return value
    try:
        return escape(urljoin(page, unescape(value)))
    except ValueError:  # no address at all, as in "//["
        return value
