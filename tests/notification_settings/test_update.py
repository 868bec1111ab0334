from datetime import timedelta

import pytest

from app.extensions import db
from app.models import NotificationSettings
from app.models.columns import now
from app.models.notification import QUIET, SWITCHED
from app.notification_settings.forms import MAILED
from app.web.mail_kinds import DIGEST, wants
from tests.support.accounts import account_of

PATH = "/settings/notifications/"


@pytest.fixture
def send(browser, bob):
    """Send the form with these switches on, and see the page that follows."""
    token = browser.sign_in(bob).visit(PATH).value("csrf_token")
    usual = {"digest": "never", "digest_day": "0", "digest_hour": "8"}
    return lambda **chosen: browser.send(PATH, {"csrf_token": token, **usual, **chosen})


def chosen(person):
    db.session.expire_all()
    return db.session.get(NotificationSettings, person.id)


def on(page, name):
    return [
        s["value"] for s in page.select(f"input[name={name}]") if s.has_attr("checked")
    ]


def test_nobody_gets_letters_of_likes_unless_they_wish(browser, bob):
    page = browser.sign_in(bob).visit(PATH)

    assert on(page, "heard") == list(SWITCHED)
    assert on(page, "wanted") == [kind for kind in MAILED if kind not in QUIET]


def test_what_is_switched_off_stays_off(send, bob):
    page = send()

    assert page.shows("Saved.")
    assert (on(page, "heard"), on(page, "wanted")) == ([], [])
    assert chosen(bob).muted == list(SWITCHED)


def test_what_is_switched_on_again_comes_again(send, bob):
    send()
    page = send(wanted=[*MAILED], heard=[*SWITCHED])

    assert on(page, "wanted") == list(MAILED)
    assert account_of(bob).muted_mail == [DIGEST]


def test_letters_alone_can_be_switched_off(send, bob):
    send(heard=["mention", "like"], wanted=["like"])

    assert wants(account_of(bob), "like")
    assert not wants(account_of(bob), "mention")
    assert "mention" not in chosen(bob).muted


@pytest.mark.parametrize("field", ["heard", "wanted", "digest", "digest_hour"])
@pytest.mark.parametrize("value", ["security_change", "", "x" * 5000, "\x00", "24"])
def test_what_cannot_be_chosen_is_refused(send, bob, field, value):
    assert send(**{field: value}).status == 422
    assert chosen(bob) is None


def test_what_was_chosen_survives_a_fault(send):
    page = send(digest="hourly", only_followed="y", heard=["like"])

    assert on(page, "heard") == ["like"]
    assert page.select("input[name=only_followed][checked]")


def test_strangers_can_be_set_aside(send, bob):
    send(only_followed="y", only_settled="y")

    settings = chosen(bob)
    assert (settings.only_followed, settings.only_followers) == (True, False)


def test_a_digest_is_planned_and_given_up(send, bob):
    send(digest="daily", digest_hour="7")
    assert chosen(bob).digest_at.hour == 7

    send(digest="never")
    assert chosen(bob).digest_at is None


def test_the_page_says_what_always_comes(browser, bob):
    page = browser.sign_in(bob).visit(PATH)

    assert page.shows("What moderators decide")


def test_two_tabs_save_one_row(send, bob):
    send(digest="daily")
    page = send(digest="weekly", digest_day="6")

    assert page.status == 200
    assert (chosen(bob).digest, chosen(bob).digest_at.weekday()) == ("weekly", 6)


def test_digests_that_are_switched_on_again_begin_anew(send, bob):
    send(digest="daily")
    chosen(bob).digested_at = long_ago = now() - timedelta(days=90)
    db.session.commit()

    send()
    send(digest="daily")

    assert chosen(bob).digested_at > long_ago + timedelta(days=89)
