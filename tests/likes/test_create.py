import pytest

from app.extensions import db
from app.models import Like, Notification
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.database import changes, fresh

LIKE = ".action--like"
PART = {"X-Part": "/@ann/the-tide-tables"}


def test_the_button_is_pressed_in_and_counts(browser, bob, essay):
    page = browser.sign_in(bob).visit(essay.path)

    with changes(Like, by=1):
        page = page.press(LIKE)

    assert page.select(LIKE)[0]["aria-pressed"] == "true"
    assert page.text(LIKE) == "Like 1"


def test_the_same_button_takes_it_back(browser, bob, essay):
    page = browser.sign_in(bob).visit(essay.path).press(LIKE)

    with changes(Like, by=-1):
        page = page.press(LIKE)

    assert page.select(LIKE)[0]["aria-pressed"] == "false"
    assert page.text(LIKE) == "Like"


def test_from_a_list_one_stays_on_the_list(browser, bob, essay):
    page = browser.sign_in(bob).visit("/explore/?sort=x").press(LIKE)

    assert page.path == "/explore/?sort=x"
    assert page.text(f"{LIKE}[aria-pressed=true]") == "Like 1"


def test_each_sees_marks_of_their_own_alone(app, browser, bob, cleo, essay):
    browser.sign_in(bob).visit(essay.path).press(LIKE)

    page = Browser(app.test_client()).sign_in(cleo).visit("/explore/")

    assert page.select(LIKE)[0]["aria-pressed"] == "false"
    assert page.text(LIKE) == "Like 1"


def test_two_tabs_like_once(browser, bob, essay):
    tabs = [browser.sign_in(bob).visit(essay.path) for _ in range(2)]

    with changes(Like, by=1):
        pages = [tab.press(LIKE) for tab in tabs]

    assert [page.text(LIKE) for page in pages] == ["Like 1", "Like 1"]


def test_a_script_is_given_the_buttons_alone(browser, bob, essay):
    token = browser.sign_in(bob).visit(essay.path).value("csrf_token")

    page = browser.send(f"{essay.path}/like", {"csrf_token": token}, **PART)

    assert not page.select("body, main, form")
    assert page.select(".actions")[0]["data-part"] == essay.path
    assert page.text(LIKE) == "Like 1"


def test_on_ones_own_post_the_count_leads_to_who_likes_it(browser, ann, bob, essay):
    bob.like(essay)
    db.session.commit()

    page = browser.sign_in(ann).visit(essay.path)

    assert not page.select("button.action--like")
    assert page.select(LIKE)[0]["href"] == "/@ann/the-tide-tables/likes"
    assert page.text(LIKE) == "Likes 1"


def test_nobody_is_told_of_what_they_like_themselves(app, browser, ann, essay):
    token = browser.sign_in(ann).visit(essay.path).value("csrf_token")

    with changes(Notification, by=0), changes(Like, by=1):
        browser.send(f"{essay.path}/like", {"csrf_token": token})

    assert fresh(essay).like_count == 1


@pytest.mark.parametrize("path", ["/explore/", "/@ann/the-tide-tables"])
def test_a_visitor_is_led_to_the_door(browser, essay, path):
    page = browser.visit(path)

    links = {link["href"] for link in page.select(".actions a:not([href$=comments])")}
    assert links == {f"/sign-in?next={essay.path}"}


def test_what_was_thrown_away_meanwhile_is_not_liked(browser, bob, essay):
    page = browser.sign_in(bob).visit(essay.path)
    essay.throw_away()
    db.session.commit()

    with changes(Like, by=0):
        assert page.press(LIKE).status == 404


@pytest.mark.parametrize("audience", ["private", "followers"])
def test_what_is_for_others_by_now_is_not_liked(browser, bob, essay, audience):
    page = browser.sign_in(bob).visit(essay.path)
    essay.show_to(audience)
    db.session.commit()

    with changes(Like, by=0):
        assert page.press(LIKE).status == 404


def test_whom_the_author_has_blocked_likes_nothing(browser, ann, eve, essay):
    page = browser.sign_in(eve).visit(essay.path)
    ann.block(eve)
    db.session.commit()

    with changes(Like, by=0):
        assert page.press(LIKE).status == 404


def test_a_like_is_there_when_the_post_comes_back(browser, bob, essay):
    page = browser.sign_in(bob).visit(essay.path).press(LIKE)
    essay.show_to("private")
    db.session.commit()
    assert browser.visit(f"{essay.path}/likes").status == 404
    essay.show_to("public")
    db.session.commit()

    page = browser.visit(essay.path)

    assert page.select(LIKE)[0]["aria-pressed"] == "true"
    assert fresh(essay).like_count == 1


def test_a_form_of_an_old_address_finds_the_post(browser, ann, bob, essay):
    page = browser.sign_in(bob).visit(essay.path)
    essay.move_to("tides")
    db.session.commit()

    token = page.value("csrf_token")
    answer = browser.client.post(
        "/@ann/the-tide-tables/like", data={"csrf_token": token}
    )

    assert (answer.status_code, answer.location) == (308, "/@ann/tides/like")


@pytest.mark.parametrize("path", ["like", "like/delete", "save", "repost"])
def test_without_the_token_nothing_happens(browser, bob, essay, path):
    page = browser.sign_in(bob).send(f"{essay.path}/{path}", {})

    assert page.status == 400


@pytest.mark.parametrize("path", ["like", "like/delete", "save", "repost"])
def test_a_visitor_changes_nothing(browser, essay, path):
    token = browser.visit("/sign-in").value("csrf_token")

    with changes(Like, by=0):
        page = browser.send(f"{essay.path}/{path}", {"csrf_token": token})

    assert page.text("h1") == "Welcome back"


def test_a_draft_of_somebody_else_does_not_exist(browser, bob, draft):
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    page = browser.send(f"/@ann/{draft.slug}/like", {"csrf_token": token})

    assert page.status == 404


def test_one_form_serves_all_buttons_of_a_page(browser, ann, bob):
    for number in range(3):
        publish(ann, f"Wave {number}")

    page = browser.sign_in(bob).visit("/explore/")

    assert len(page.select("button[form=marking]")) == 6
    assert len(page.select("main [name=csrf_token]")) == 0
