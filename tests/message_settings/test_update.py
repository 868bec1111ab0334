import pytest

from tests.support.database import fresh


def test_people_one_follows_may_write_if_nothing_else_is_said(browser, ann):
    page = browser.sign_in(ann).visit("/settings/messages/")

    chosen = page.select("input[checked]")
    assert [one["value"] for one in chosen] == ["followed"]


@pytest.mark.parametrize("choice", ["everyone", "followed", "nobody"])
def test_somebody_chooses(browser, ann, choice):
    page = browser.sign_in(ann).visit("/settings/messages/")

    page = page.submit(takes_messages_from=choice)

    assert page.shows("Saved.")
    assert fresh(ann).takes_messages_from == choice


def test_what_is_no_choice_is_refused(browser, ann):
    page = browser.sign_in(ann).visit("/settings/messages/")

    page = page.submit(takes_messages_from="spammers")

    assert page.status == 422
    assert fresh(ann).takes_messages_from == "followed"
