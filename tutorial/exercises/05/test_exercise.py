"""Exercise 5: an address with a number that no database can hold."""

import pytest

HUGE = 10**30


@pytest.mark.parametrize("path", [f"/posts/{HUGE}", f"/posts/{HUGE}/edit"])
def test_a_number_that_is_too_large_is_no_post(browser, path):
    page = browser.visit(path)

    assert page.status == 404
    assert page.text("h1") == "Someone spilled something"


@pytest.mark.parametrize("path", [f"/posts/{HUGE}", f"/posts/{HUGE}/delete"])
def test_nothing_is_sent_to_it_either(browser, path):
    token = browser.visit("/posts/new").value("csrf_token")

    page = browser.send(path, {"csrf_token": token, "body": "Hm."})

    assert page.status in {404, 405}


def test_a_number_of_the_usual_size_is_one_still(browser):
    page = browser.visit("/posts/new").submit(body="A heron.")

    assert browser.visit(page.path).text(".prose") == "A heron."
