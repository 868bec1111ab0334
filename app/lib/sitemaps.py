"""Lists of addresses for search engines: https://www.sitemaps.org/protocol.html

>>> from datetime import UTC, datetime
>>> moment = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
>>> print(urlset("https://a.example", [("/@ann/größe", moment)]).decode())
<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://a.example/@ann/gr%C3%B6%C3%9Fe</loc><lastmod>2026-11-21T08:30:00+00:00</lastmod></url>
</urlset>
<BLANKLINE>
"""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from io import BytesIO
from urllib.parse import quote

#: A path on the site as people write it, and when what is there last changed.
Entry = tuple[str, datetime | None]

_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


def urlset(site: str, pages: Iterable[Entry]) -> bytes:
    """The pages of one part, which are read one by one; empty if there are none.

    :param site: the address of the site, without a slash at its end.
    """
    return _written("urlset", "url", site, pages)


def sitemapindex(site: str, parts: Iterable[Entry]) -> bytes:
    """The parts, each with the newest change in it."""
    return _written("sitemapindex", "sitemap", site, parts)


def _written(whole: str, one: str, site: str, entries: Iterable[Entry]) -> bytes:
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<{whole} xmlns="{_SCHEMA}">\n'
    out = BytesIO()
    for path, changed in entries:
        where = f"<loc>{escape(site)}{quote(path, safe='/@')}</loc>"
        line = f"<{one}>{where}{_moment(changed)}</{one}>\n"
        out.write(line.encode() if out.tell() else (head + line).encode())
    # The schema wants an entry: a list of nothing is none.
    if out.tell():
        out.write(f"</{whole}>\n".encode())
    return out.getvalue()


def _moment(changed: datetime | None) -> str:
    """In the format of the W3C, to the second."""
    if changed is None:
        return ""
    return f"<lastmod>{changed.isoformat(timespec='seconds')}</lastmod>"
