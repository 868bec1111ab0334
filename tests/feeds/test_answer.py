"""What kind of answer a feed is."""

import pytest


@pytest.mark.parametrize(
    ("shape", "kind"),
    [
        ("atom", "application/xml; charset=utf-8"),
        ("rss", "application/xml; charset=utf-8"),
        ("json", "application/feed+json; charset=utf-8"),
    ],
)
def test_browsers_draw_it_and_programs_know_it(client, essay, shape, kind):
    assert client.get(f"/feed.{shape}").content_type == kind


@pytest.mark.parametrize("shape", ["atom", "rss"])
def test_its_stylesheet_is_there_for_browsers(client, essay, shape):
    text = client.get(f"/feed.{shape}").text

    address = text.partition('type="text/css" href="')[2].partition('"')[0]
    with client.get(address) as sheet:
        assert sheet.mimetype == "text/css"
        assert "immutable" in sheet.headers["Cache-Control"]
