from tests.support.talks import unread, write

TOGGLE = "#options form"


def test_a_quiet_conversation_is_not_counted(browser, ann, bob, cleo):
    message = write(ann, [bob, cleo])
    path = f"/messages/{message.conversation_id}"
    browser.sign_in(bob).visit(path).submit(TOGGLE)

    page = browser.sign_in(cleo).visit(path)
    page.submit("form.thread-sheet", body="More.")
    browser.sign_in(bob)

    assert unread(bob) == 0
    assert browser.visit("/messages/").texts(".conversations .unread")


def test_it_can_be_heard_again(browser, ann, bob):
    message = write(ann, [bob])
    path = f"/messages/{message.conversation_id}"
    page = browser.sign_in(bob).visit(path).submit(TOGGLE)

    page = page.submit(TOGGLE)

    assert page.text(TOGGLE) == "Make it quiet"


def test_nobody_else_makes_it_quiet(browser, ann, bob, cleo):
    message = write(ann, [bob])
    token = browser.sign_in(cleo).visit("/messages/new").value("csrf_token")

    page = browser.send(
        f"/messages/{message.conversation_id}/mute", {"csrf_token": token}
    )

    assert page.status == 404
