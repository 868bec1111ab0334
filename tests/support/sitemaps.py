"""What a search engine takes from a sitemap."""

from xml.etree import ElementTree

from flask.testing import FlaskClient

_SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(client: FlaskClient, path: str) -> dict[str, str]:
    """Each address in this part or index, with the moment of its last change."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    root = ElementTree.fromstring(answer.data)  # noqa: S314  (ours)
    return {
        entry.findtext(f"{_SPACE}loc", ""): entry.findtext(f"{_SPACE}lastmod", "")
        for entry in root
    }


def all_pages(client: FlaskClient) -> dict[str, str]:
    """All addresses of all parts, without the name of the site."""
    parts = [entries(client, _path(part)) for part in entries(client, "/sitemap.xml")]
    return {_path(page): moment for part in parts for page, moment in part.items()}


def _path(address: str) -> str:
    assert address.startswith("http://localhost/"), address
    return address.removeprefix("http://localhost")
