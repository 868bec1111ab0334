import pytest

from app.events import account_taken_back
from app.extensions import db
from app.models import FeedKey, LoginSession
from tests.support.database import changes, queries
from tests.support.feeds import SHAPES, fetch, read, titles

PAGE = "/settings/notifications/feed/"


@pytest.fixture
def path(browser, bob):
    """The secret address of Bob's feed, but for its end; nobody is signed in."""
    page = browser.sign_in(bob).visit(PAGE).submit("main form")
    [address, *_] = [field["value"] for field in page.select("main input[readonly]")]
    browser.forget_cookies()
    return address.removeprefix("http://localhost").removesuffix("atom")


@pytest.fixture
def news(ann, bob, essay):
    """Ann has answered what Bob said below her essay, and follows him."""
    said = bob.comment_on(essay, "Well said.")
    db.session.commit()
    ann.comment_on(essay, "Thank *you*.", said)
    ann.follow(bob)
    db.session.commit()


@pytest.mark.parametrize("shape", SHAPES)
def test_it_tells_what_is_new_to_one(client, path, news, shape):
    entries = fetch(client, f"{path}{shape}")

    words = " ".join(entry["words"] for entry in entries)
    assert "answered your comment on" in words
    assert "<p>Thank <em>you</em>.</p>" in words
    assert 'href="http://localhost/@ann"' in words


def test_its_titles_are_sentences_without_markup(client, ann, path, news):
    ann.name = "Ann & <Co>"
    db.session.commit()

    assert "Ann & <Co> follows you now" in titles(client, f"{path}atom")


def test_what_was_read_there_is_as_unread_as_before(browser, bob, path, news):
    fetch(browser.client, f"{path}atom")

    page = browser.sign_in(bob).visit("/")
    assert page.select("[data-notices='2']")


def test_what_one_may_not_see_any_more_is_gone(client, ann, bob, path, news):
    ann.block(bob)
    db.session.commit()

    assert fetch(client, f"{path}atom") == []


def test_nobody_else_keeps_it_or_is_told_of_it(client, path, news):
    headers = client.get(f"{path}atom").headers

    assert headers["Cache-Control"] == "private, no-cache"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]


def test_what_is_the_same_is_sent_once(client, path, news):
    known = {"If-None-Match": client.get(f"{path}json").headers["ETag"]}

    assert client.get(f"{path}json", headers=known).status_code == 304


def test_it_speaks_the_language_of_its_reader(client, bob, path, news):
    bob.account.language = "de"
    db.session.commit()

    assert "follows you now" not in client.get(f"{path}atom").text


def test_the_address_is_shown_once_and_kept_by_nobody(browser, path, bob):
    token = path.split("/")[-1].rstrip(".")
    page = browser.sign_in(bob).visit(PAGE)

    assert token not in str(page.html)
    assert db.session.scalars(db.select(FeedKey.digest)).one() != token
    assert page.answer.headers["Cache-Control"] == "no-store"


def test_a_new_address_takes_the_place_of_the_old_one(browser, bob, path):
    page = browser.sign_in(bob).visit(PAGE)

    with changes(FeedKey, by=0):
        page.submit(f"form[action='{PAGE}']")

    assert browser.client.get(f"{path}atom").status_code == 404


def test_it_can_be_ended(browser, bob, path):
    with changes(FeedKey, by=-1):
        page = browser.sign_in(bob).visit(PAGE).submit("form[action$=delete]")

    assert page.shows("The address leads nowhere any more.")
    assert browser.client.get(f"{path}atom").status_code == 404


@pytest.mark.parametrize("leaves", ["leave", "suspend"])
def test_whoever_is_away_hears_nothing(client, bob, path, leaves):
    bob.leave() if leaves == "leave" else bob.suspend(None)
    db.session.commit()

    assert client.get(f"{path}atom").status_code == 404


@pytest.mark.parametrize("token", ["x", "%00", "a" * 5000, "'", "é", "..%2f"])
def test_a_made_up_address_leads_nowhere(client, path, token):
    assert client.get(f"/notifications/feed/{token}.atom").status_code == 404


def test_making_one_asks_who_one_is(browser, bob):
    page = browser.sign_in(bob).visit(PAGE)
    db.session.execute(db.update(LoginSession).values(proved_at=None))
    db.session.commit()

    with changes(FeedKey, by=0):
        page = page.submit("main form")

    assert page.select("main [name=password]")


def test_it_goes_with_an_address_that_a_stranger_may_have_made(client, bob, path):
    account_taken_back.send(bob.account, since=bob.created_at)
    db.session.commit()

    assert client.get(f"{path}atom").status_code == 404


def test_as_many_statements_for_twenty_as_for_one(client, ann, bob, essay, path):
    for number in range(20):
        said = bob.comment_on(essay, f"No. {number}")
        ann.comment_on(essay, f"Yes {number}", said)
    db.session.commit()
    client.get(f"{path}atom")

    with queries(at_most=3):
        answer = client.get(f"{path}atom")

    assert len(read(answer)) == 20
