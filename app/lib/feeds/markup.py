"""XML 1.0 from words: whatever somebody wrote, the document stays well-formed."""

import re
from html import escape

HEAD = '<?xml version="1.0" encoding="utf-8"?>'
# What no XML 1.0 document may hold, not even escaped (section 2.2, Char).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 forbids."""
    return _FORBIDDEN.sub("", text)


def element(name: str, text: str = "", /, **attributes: str) -> str:
    """An element with ``text`` in it, escaped; attributes that are empty are left out.

    A name in another namespace, as in ``xml:lang``, is passed as ``**{"xml:lang": x}``.
    """
    if not text:
        return f"<{name}{_said(attributes)}/>"
    return f"<{name}{_said(attributes)}>{escape(clean(text), quote=False)}</{name}>"


def some(name: str, text: str, /, **attributes: str) -> str:
    """The same, or nothing at all where there is no ``text``."""
    return element(name, text, **attributes) if text else ""


def around(name: str, parts: list[str], /, **attributes: str) -> str:
    """An element with other elements in it, one a line; empty ones are left out."""
    inside = "\n".join(filter(None, parts))
    return f"<{name}{_said(attributes)}>\n{inside}\n</{name}>"


def styled(address: str) -> str:
    """The line that has a browser draw the document by a stylesheet."""
    return f'<?xml-stylesheet type="text/css" href="{escape(clean(address))}"?>'


def greeting(words: str, page: str) -> str:
    """What somebody reads who came upon a feed in a browser, with a way on."""
    if not words:
        return ""
    link = element("h:a", page, href=page)
    said = f"{escape(clean(words), quote=False)} {link}"
    return f'<h:p xmlns:h="http://www.w3.org/1999/xhtml">{said}</h:p>'


def _said(attributes: dict[str, str]) -> str:
    return "".join(
        f' {name}="{escape(clean(value))}"'
        for name, value in attributes.items()
        if value
    )
