import pytest


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/feed", "/feed.atom"),
        ("/feed.xml", "/feed.atom"),
        ("/atom.xml", "/feed.atom"),
        ("/index.xml", "/feed.atom"),
        ("/rss", "/feed.rss"),
        ("/rss.xml", "/feed.rss"),
    ],
)
def test_what_people_guess_leads_to_the_feed(client, app, path, there):
    answer = client.get(path)

    assert (answer.status_code, answer.location) == (301, there)
