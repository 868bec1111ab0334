import pytest

from app.extensions import db
from app.models import Account, Post, Site
from app.web.access import public
from tests.support.database import changes

TEXT = "A text that took\nthe whole evening,\n\nand then some.\n"


def second_site():
    """What the constraint in the table refuses."""
    db.session.add(Site(name="Twice"))
    db.session.flush()


@pytest.fixture
def editor(browser, ann):
    """An editor from before the browser forgot its token: ann is signed in anew."""
    editor = browser.sign_in(ann).visit("/posts/new")
    browser.forget_cookies()
    browser.sign_in(ann)
    return editor


def test_an_old_form_comes_back_as_a_page_with_the_text(editor):
    with changes(Post, by=0):
        page = editor.submit(button="publish", title="Old", body=TEXT)

    assert page.status == 400
    assert page.shows("Press the button to send it again.")
    assert page.value("body") == TEXT


def test_its_button_publishes_the_text(editor):
    page = editor.submit(button="publish", title="Old", body=TEXT)

    with changes(Post, by=1):
        post = page.submit()

    assert post.path == "/@ann/old"
    assert db.session.query(Post.body).scalar() == TEXT


def test_a_broken_token_is_an_old_one(browser, ann):
    editor = browser.sign_in(ann).visit("/posts/new")

    page = editor.submit(button="publish", body=TEXT, csrf_token="\x00ü nonsense")

    assert page.status == 400
    assert page.value("body") == TEXT


def test_a_text_that_was_sent_once_and_pressed_again_is_one_post(editor):
    page = editor.submit(button="publish", title="Old", body=TEXT)

    with changes(Post, by=1):
        page.submit()
        page.submit()


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {},
    ],
)
def test_another_site_gets_no_button(browser, ann, headers):
    client = browser.sign_in(ann).client

    answer = client.post("/posts", data={"body": "Spam"}, headers=headers)

    assert answer.status_code == 400
    assert "Spam" not in answer.text


def test_a_form_without_anything_in_it_has_nothing_to_send_again(browser, ann):
    page = browser.sign_in(ann).send("/posts", {"csrf_token": "old"})

    assert page.status == 400
    assert not page.shows("Send it again")


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up"])
def test_passwords_are_never_repeated(browser, ann, path):
    fields = {"handle": "zoe", "identifier": "ann", "password": "four plain secrets"}

    with changes(Account, by=0):
        page = browser.send(path, fields)

    assert page.status == 400
    assert "four plain secrets" not in str(page.html)


def test_nor_on_a_page_that_broke(app, browser, ann, monkeypatch):
    page = browser.visit("/sign-up")
    broken = public(lambda: 1 / 0)
    monkeypatch.setitem(app.view_functions, "accounts.create", broken)

    page = page.submit(name="Zoë", handle="zoe", password="four plain secrets")

    assert page.status == 500
    assert "four plain secrets" not in str(page.html)


def test_a_text_survives_a_crash(app, browser, ann, monkeypatch):
    editor = browser.sign_in(ann).visit("/posts/new")
    with monkeypatch.context() as broken:
        broken.setitem(app.view_functions, "posts.create", lambda: 1 / 0)
        page = editor.submit(button="publish", title="Saved", body=TEXT)

    assert page.status == 500
    assert page.submit().path == "/@ann/saved"


def test_a_text_survives_a_lost_race(app, browser, ann, monkeypatch):
    editor = browser.sign_in(ann).visit("/posts/new")
    with monkeypatch.context() as late:
        late.setitem(app.view_functions, "posts.create", second_site)
        page = editor.submit(button="publish", title="Saved", body=TEXT)

    assert page.status == 409
    assert page.submit().path == "/@ann/saved"
