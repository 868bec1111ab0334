from tests.support.feeds import titles


def test_it_lists_the_feeds_of_the_site(browser, essay):
    page = browser.visit("/feeds/")

    addresses = [link["href"] for link in page.select("main a[type]")]
    assert addresses == ["/feed.atom", "/feed.rss", "/feed.json"]
    assert all(titles(browser.client, path) for path in addresses)


def test_a_member_finds_their_own(browser, bob):
    page = browser.sign_in(bob).visit("/feeds/")

    assert page.select("main a[href='/@bob/feed.atom']")
    assert page.select("main a[href='/settings/data/feeds.opml']")


def test_every_page_leads_there(browser, app):
    page = browser.visit("/explore/")

    assert page.select("footer a[href='/feeds/']")
    assert page.select("link[type='application/atom+xml']")[0]["href"] == (
        "http://localhost/feed.atom"
    )
