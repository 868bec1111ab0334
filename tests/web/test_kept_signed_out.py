import pytest

from app.extensions import db
from app.models import Follow, LoginSession, Post
from tests.fixtures.cast import PASSWORD
from tests.support.database import changes

TEXT = "A text that took\nthe whole evening,\n\n  and then some.\n"
WORDS = "What you had written is kept on this page"


@pytest.fixture
def editor(browser, ann):
    """An editor that was open for so long that the session has ended."""
    editor = browser.sign_in(ann).visit("/posts/new")
    db.session.query(LoginSession).delete()
    db.session.commit()
    return editor


@pytest.fixture
def door(editor):
    """The page that the late form arrives at."""
    return editor.submit(button="publish", title="Late", body=TEXT)


def written():
    return db.session.query(Post.title, Post.body).all()


def test_a_late_form_arrives_at_the_sign_in_page(door):
    assert door.status == 401
    assert door.text("h1") == "Welcome back"
    assert door.shows(WORDS)


def test_nothing_is_published_yet(editor):
    with changes(Post, by=0):
        editor.submit(button="publish", title="Late", body=TEXT)


def test_after_signing_in_the_text_is_there(door):
    page = door.submit(identifier="ann", password=PASSWORD)

    assert page.status == 200
    assert page.text("h1") == "There you are"
    assert page.value("body") == TEXT


def test_one_press_publishes_it(door):
    page = door.submit(identifier="ann", password=PASSWORD)

    with changes(Post, by=1):
        post = page.submit()

    assert post.path == "/@ann/late"
    assert written() == [("Late", TEXT)]


def test_a_wrong_password_in_between_loses_nothing(door):
    page = door.submit(identifier="ann", password="not this one")
    assert page.status == 422

    page.submit(identifier="ann", password=PASSWORD).submit()

    assert written() == [("Late", TEXT)]


def test_too_many_wrong_passwords_lose_nothing_either(door, browser):
    for _ in range(6):
        door = door.submit(identifier="ann", password="not this one")
    assert door.status == 429
    browser.client.environ_base["REMOTE_ADDR"] = "192.0.2.7"

    page = door.submit().submit(identifier="ann", password=PASSWORD)

    assert page.value("body") == TEXT


def test_a_late_form_that_follows_somebody_goes_on_too(browser, ann, bob):
    profile = browser.sign_in(ann).visit("/@bob")
    db.session.query(LoginSession).delete()
    db.session.commit()

    page = profile.submit("form.follow").submit(identifier="ann", password=PASSWORD)

    with changes(Follow, by=1):
        assert page.submit().path.startswith("/@bob")


def test_the_text_is_shown_as_text(editor):
    door = editor.submit(title='"><script>x</script>', body="</textarea><b>" * 9)

    page = door.submit(identifier="ann", password=PASSWORD)

    assert not page.select("main script, main b")
    assert page.value("title") == '"><script>x</script>'
    assert page.value("body") == "</textarea><b>" * 9


def test_another_site_gets_no_second_chance(client, ann):
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}

    answer = client.post("/posts", data={"body": "Spam"}, headers=headers)

    assert answer.status_code == 401
    assert "Spam" not in answer.text
    assert WORDS not in answer.text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:8001"},
        {},
    ],
)
def test_only_a_page_of_this_site_gets_one(client, ann, headers):
    answer = client.post("/posts", data={"body": "Spam"}, headers=headers)

    assert answer.status_code == 401
    assert "Spam" not in answer.text


def test_nor_one_for_a_form_that_it_made_up(client, ann):
    headers = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    kept = {"kept-action": "/settings/email/", "kept:email": "eve@evil.example"}

    answer = client.post("/posts", data=kept, headers=headers)

    assert answer.status_code == 401
    assert "evil.example" not in answer.text


@pytest.mark.parametrize(
    "action", ["//evil.example", "https://evil.example", "/\\evil.example", "", "x"]
)
def test_kept_words_go_to_no_other_site(browser, ann, action):
    token = browser.visit("/sign-in").value("csrf_token")
    kept = {"kept-action": action, "kept:body": "Mine", "csrf_token": token}

    page = browser.send("/sign-in", {**kept, "identifier": "ann", "password": PASSWORD})

    assert page.path == "/"
    assert not page.shows("evil.example")
