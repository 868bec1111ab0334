import pytest

from tests.support.database import fresh
from tests.support.talks import write

TAKE_BACK = ".bubble--mine .menu form"


def path_of(message):
    return f"/messages/{message.conversation_id}"


def test_what_was_taken_back_is_read_by_nobody(browser, ann, bob):
    message = write(ann, [bob], "I did not mean it.")

    browser.sign_in(ann).visit(path_of(message)).submit(TAKE_BACK)

    for reader in (ann, bob):
        page = browser.sign_in(reader).visit(path_of(message))
        assert page.texts(".bubble-gone") == ["Taken back"]
        assert not page.shows("I did not mean it.")


def test_nor_on_the_list(browser, ann, bob):
    message = write(ann, [bob], "I did not mean it.")
    browser.sign_in(ann).visit(path_of(message)).submit(TAKE_BACK)

    page = browser.sign_in(bob).visit("/messages/")

    assert page.text(".conversations p") == "Unread: A message was taken back"


def test_twice_is_once(browser, ann, bob):
    message = write(ann, [bob])
    page = browser.sign_in(ann).visit(path_of(message))

    pages = [page.submit(TAKE_BACK) for _press in range(2)]

    assert [page.status for page in pages] == [200, 200]


@pytest.mark.parametrize("reader", ["bob", "cleo", "dan"])
def test_nobody_takes_back_the_words_of_others(
    browser, ann, bob, cleo, dan, reader, request
):
    message = write(ann, [bob])
    browser.sign_in(request.getfixturevalue(reader))
    token = browser.visit("/messages/new").value("csrf_token")

    page = browser.send(
        f"{path_of(message)}/{message.id}/delete", {"csrf_token": token}
    )

    assert page.status == 404
    assert not fresh(message).is_taken_back


def test_a_message_of_another_conversation_is_not_found(browser, ann, bob, cleo):
    one, other = write(ann, [bob]), write(ann, [cleo])
    token = browser.sign_in(ann).visit("/messages/new").value("csrf_token")

    page = browser.send(f"{path_of(one)}/{other.id}/delete", {"csrf_token": token})

    assert page.status == 404
