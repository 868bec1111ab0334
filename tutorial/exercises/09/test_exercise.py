"""Exercise 9: the address that a post had before it had an author leads on."""

from tests.fixtures.writing import publish


def test_the_old_address_leads_to_the_new_one(browser, essay):
    answer = browser.client.get(f"/posts/{essay.id}")

    assert answer.status_code in {301, 308}
    assert answer.location == "/@ann/the-tide-tables"


def test_a_visitor_who_follows_an_old_link_reads_the_post(browser, essay):
    page = browser.visit(f"/posts/{essay.id}")

    assert page.text("h1") == "The tide tables"


def test_each_leads_to_its_own(browser, essay, bob):
    note = publish(bob, body="A raisin.")

    assert browser.visit(f"/posts/{note.id}").path == note.path


def test_what_never_was_leads_nowhere(browser, essay):
    assert browser.visit("/posts/4096").status == 404


def test_changing_a_post_goes_on_as_before(browser, essay):
    page = browser.sign_in(essay.author).visit(f"/posts/{essay.id}/edit")

    assert page.submit(body="Low water.").text(".prose") == "Low water."
