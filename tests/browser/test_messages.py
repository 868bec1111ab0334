"""Two people who talk, in a real browser."""

from playwright.sync_api import expect


def say(page, words):
    page.get_by_label("Message", exact=True).fill(words)
    page.get_by_role("button", name="Send").click()


def test_what_one_says_stands_at_the_end(either_way):
    page = either_way("/messages/1", "bob")
    before = page.locator(".bubble").count()
    for words in ("The oil is here.", "So are the biscuits."):
        say(page, words)
        expect(page.locator("#latest")).to_contain_text(words)

    expect(page.get_by_label("Message", exact=True)).to_have_value("")
    expect(page.locator(".bubble")).to_have_count(before + 2)


def test_what_the_other_says_appears_by_itself(visit, open_window):
    page = visit("/messages/2", "dan")
    page.clock.install()
    # Only then the scripts are there, and wait for their time.
    page.reload(wait_until="networkidle")

    cleo = visit("/messages/2", "cleo")
    say(cleo, "Fifteen chairs, it turns out.")
    # Before it has arrived there is nothing to look for.
    expect(cleo.locator("#latest")).to_contain_text("Fifteen chairs")
    page.clock.run_for(21_000)

    expect(page.locator(".bubble").last).to_contain_text("Fifteen chairs")
