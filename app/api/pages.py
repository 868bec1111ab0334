"""Lists beyond the contract: by cursor, with the next page in answer and header."""

from urllib.parse import quote

from flask import current_app

from app.web.pagination import Page


def answer(name: str, page: Page, shape):
    """The rows of ``page`` under ``name``, as ``shape`` makes them, and what is next.

    ``next`` is given back as ``after``; who follows ``Link`` (RFC 8288) need not know.
    """
    body = {name: [shape(row) for row in page], "next": page.older}
    return body, 200, next_link(page)


def next_link(page):
    """The header that says where the next page is, if there is one."""
    if not page.older:
        return {}
    path, _, query = page.older_path.rpartition("?")
    address = f"{current_app.config['SITE_URL']}{quote(path)}?{query}"
    return {"Link": f'<{address}>; rel="next"'}
