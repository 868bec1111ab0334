import pytest

from app.extensions import db
from app.models import Repost
from tests.fixtures.writing import publish
from tests.support.database import changes, fresh

FORM = "main form"
UNDO = ".action--repost"


def test_the_arrows_lead_to_a_page_that_asks_for_a_remark(browser, bob, essay):
    page = browser.sign_in(bob).visit(essay.path)

    link = page.select(f".actions a[href='{essay.path}/repost']")[0]["href"]

    assert browser.visit(link).text(".quote-of") == (
        "Ann Okafor The tide tables On waiting."
    )


def test_without_a_word_it_is_a_plain_repost(browser, bob, essay):
    page = browser.sign_in(bob).visit(f"{essay.path}/repost")

    with changes(Repost, by=1):
        page = page.submit(FORM)

    assert page.text(UNDO) == "Repost 1"
    assert page.shows("Your followers come across it now.")


def test_the_same_button_undoes_it(browser, bob, essay):
    page = browser.sign_in(bob).visit(f"{essay.path}/repost").submit(FORM)

    with changes(Repost, by=-1):
        page = page.press(UNDO)

    assert page.path == "/@ann/the-tide-tables"
    assert page.texts(".actions a[href$='/repost']") == ["Repost"]


def test_a_remark_is_shown_as_markdown(browser, bob, essay):
    page = browser.sign_in(bob).visit(f"{essay.path}/repost")
    page.submit(FORM, remark="Read *this* twice.\n<script>alert(1)</script>")

    page = browser.visit("/@bob/reposts")

    assert page.text(".quote .prose em") == "this"
    assert not page.select(".quote script")


def test_another_remark_takes_the_place_of_the_first(browser, bob, essay):
    new = f"{essay.path}/repost"
    page = browser.sign_in(bob).visit(new).submit(FORM, remark="One.")
    page = browser.visit(new)
    assert page.value("remark") == "One."

    with changes(Repost, by=0):
        page = page.submit(FORM, remark="Two.")

    assert browser.visit("/@bob/reposts").text(".quote .prose") == "Two."
    assert fresh(essay).repost_count == 1


def test_it_is_undone_on_the_page_of_the_remark_too(browser, bob, essay):
    bob.repost(essay, "One.")
    db.session.commit()
    page = browser.sign_in(bob).visit(f"{essay.path}/repost")

    with changes(Repost, by=-1):
        page.press("button[formaction]")


def test_a_long_remark_comes_back_with_a_word(browser, bob, essay):
    page = browser.sign_in(bob).visit(f"{essay.path}/repost")

    with changes(Repost, by=0):
        page = page.submit(FORM, remark="x" * 501)

    assert page.status == 422
    assert page.value("remark") == "x" * 501
    assert "500 characters" in page.text(".field-error")


@pytest.mark.parametrize("audience", ["unlisted"])
def test_what_is_no_longer_for_everybody_is_not_reposted(browser, bob, essay, audience):
    page = browser.sign_in(bob).visit(f"{essay.path}/repost")
    essay.show_to(audience)
    db.session.commit()

    with changes(Repost, by=0):
        page = page.submit(FORM, remark="Not lost.")

    assert (page.status, page.value("remark")) == (422, "Not lost.")


@pytest.mark.parametrize("audience", ["followers", "private"])
def test_what_the_reader_may_not_see_does_not_exist(browser, ann, bob, audience):
    post = publish(ann, "For some", to=audience)

    assert browser.sign_in(bob).visit(f"{post.path}/repost").status == 404


@pytest.mark.parametrize("audience", ["unlisted", "followers"])
def test_what_is_not_for_everybody_has_no_arrows(browser, ann, bob, audience):
    bob.follow(ann)
    post = publish(ann, "For some", to=audience)

    page = browser.sign_in(bob).visit(post.path)

    assert not page.select(f".actions [href$='/repost'], {UNDO}")


def test_nobody_reposts_their_own(browser, ann, essay):
    page = browser.sign_in(ann).visit(f"{essay.path}/repost")
    assert (page.status, page.text("h1")) == (409, "That can’t be done")
    token = page.value("csrf_token")

    with changes(Repost, by=0):
        page = browser.send(f"{essay.path}/repost", {"csrf_token": token})

    assert page.status == 422


def test_two_tabs_repost_once(browser, bob, essay):
    tabs = [browser.sign_in(bob).visit(f"{essay.path}/repost") for _ in range(2)]

    with changes(Repost, by=1):
        pages = [tab.submit(FORM) for tab in tabs]

    assert [page.text(UNDO) for page in pages] == ["Repost 1", "Repost 1"]


def test_visitors_are_led_to_the_door(browser, essay):
    assert browser.visit(f"{essay.path}/repost").text("h1") == "Welcome back"


def test_a_remark_asks_for_a_confirmed_address(browser, app, zoe, essay, monkeypatch):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", True)
    page = browser.sign_in(zoe).visit(f"{essay.path}/repost")

    with changes(Repost, by=0):
        page = page.submit(FORM, remark="So true, @bob.")

    assert (page.status, page.value("remark")) == (422, "So true, @bob.")
    assert page.submit(FORM, remark="").text(UNDO) == "Repost 1"
