import pytest

from tests.support.talks import said_to, side_of, write


@pytest.fixture
def group(ann, bob, cleo):
    return write(ann, [bob, cleo], "Tea?")


def path_of(message):
    return f"/messages/{message.conversation_id}"


def test_somebody_is_asked_before_they_leave(browser, bob, group):
    page = browser.sign_in(bob).visit(path_of(group))

    assert "nobody can bring you back" in page.text("#leave")


def test_the_others_go_on_without_them(browser, ann, bob, cleo, group):
    browser.sign_in(bob).visit(path_of(group)).submit("#leave form")

    page = browser.sign_in(ann).visit(path_of(group))
    page.submit("form.thread-sheet", body="Without Bob, then.")

    assert page.text("h1#with") == "Cleo Marchetti"
    assert said_to(cleo, group) == ["Tea?", "Without Bob, then."]


def test_leaving_twice_is_leaving_once(browser, bob, group):
    page = browser.sign_in(bob).visit(path_of(group))
    page.submit("#leave form")

    assert page.submit("#leave form").status == 404
    assert side_of(bob, group).left_at is not None


@pytest.mark.parametrize("reader", ["dan", "eve"])
def test_nobody_leaves_what_they_are_not_in(browser, dan, eve, group, reader, request):
    browser.sign_in(request.getfixturevalue(reader))
    token = browser.visit("/messages/new").value("csrf_token")

    assert browser.send(f"{path_of(group)}/leave", {"csrf_token": token}).status == 404
