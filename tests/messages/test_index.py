import pytest

from tests.support.database import queries
from tests.support.talks import unread, write


def newer(browser, message, after):
    path = f"/messages/{message.conversation_id}/newer?after={after}"
    return browser.visit(path)


def test_what_came_since_is_shown(browser, ann, bob):
    first = write(ann, [bob], "One.")
    write(ann, [bob], "Two.")

    page = newer(browser.sign_in(bob), first, after=first.id)

    assert page.texts(".bubble-words") == ["Two."]
    assert unread(bob) == 0


def test_where_nothing_came_nothing_is_said(browser, ann, bob):
    message = write(ann, [bob])

    assert newer(browser.sign_in(bob), message, after=message.id).status == 204


@pytest.mark.parametrize("after", ["", "x", "-1", "9" * 60, "٣"])
def test_whatever_stands_in_the_address(browser, ann, bob, after):
    message = write(ann, [bob])

    assert newer(browser.sign_in(bob), message, after).status in {200, 204}


def test_it_takes_few_statements(browser, ann, bob):
    message = write(ann, [bob])
    browser.sign_in(bob).visit(f"/messages/{message.conversation_id}")

    with queries(at_most=3):
        newer(browser, message, after=message.id)
