"""Search engines are told of what everybody can read."""

import pytest

from tests.fixtures.pages import put_up
from tests.support.sitemaps import entries

PART = "http://localhost/sitemaps/pages/1.xml"


def test_a_page_is_in_a_part_of_its_own(client, about):
    assert PART in entries(client, "/sitemap.xml")
    assert list(entries(client, PART)) == ["http://localhost/pages/about"]


@pytest.mark.parametrize("slug", ["hidden", "größe"])
def test_a_draft_is_not(client, ann, about, slug):
    put_up(ann, "Hidden", slug=slug, out=False)

    assert len(entries(client, PART)) == 1
