"""The whole dance: somebody lets an application in, and it acts for them."""

import pytest

from app.extensions import db
from app.models import AccessToken, AuditEntry
from tests.support.database import changes
from tests.support.oauth import BACK


def test_an_application_that_was_let_in_acts_for_who_let_it_in(dancer, program):
    given = dancer.dance(scope="account:read posts:read")

    assert program.showing(given["access_token"]).get("/user").status_code == 200
    assert given["scope"] == "account:read posts:read"
    assert (given["token_type"], given["expires_in"]) == ("Bearer", 7200)


def test_it_may_do_nothing_else(dancer, program):
    given = dancer.dance(scope="posts:read")

    assert program.showing(given["access_token"]).get("/user").status_code == 403


def test_it_is_told_its_state_and_who_says_so(dancer):
    told = dancer.press()

    assert told["where"].startswith(BACK + "&")
    assert told["state"] == "a state & more"
    assert told["iss"] == dancer.client.application.config["SITE_URL"]


def test_a_no_is_a_no(dancer):
    with changes(AccessToken, by=0):
        told = dancer.press("cancel")

    assert told["error"] == "access_denied"
    assert (told["state"], "code" in told) == ("a state & more", False)


def test_an_answer_that_is_none_is_a_no(dancer):
    assert dancer.press("")["error"] == "access_denied"


def test_the_page_says_who_asks_for_what_and_whom(dancer):
    page = dancer.page(scope="posts:read messages:read")

    assert page.text("h1") == "Let Quill in?"
    for words in ("Cleo Marchetti", "quill.example", "Bob Lindqvist", "Read your mess"):
        assert page.shows(words)


def test_the_page_lets_its_form_lead_there_and_nowhere_else(dancer):
    page = dancer.page()

    policy = page.answer.headers["Content-Security-Policy"]
    assert "form-action 'self' https://quill.example;" in policy
    assert "frame-ancestors 'none'" in policy
    assert page.answer.headers["Cache-Control"] == "no-store"


def test_a_visitor_signs_in_first_and_is_asked_then(dancer, browser):
    browser.forget_cookies()

    page = dancer.page()

    assert page.path.startswith("/sign-in")
    assert page.value("next") == dancer.path()


def test_nothing_is_allowed_by_looking(dancer):
    dancer.dance()

    with changes(AccessToken, by=0):
        assert dancer.ask().status_code == 200


def test_who_was_asked_before_is_asked_for_less(dancer):
    dancer.dance()

    assert dancer.page().text("h1") == "Go on with Quill?"
    assert dancer.page(scope="messages:read").text("h1") == "Let Quill in?"


def test_it_is_written_down_once(dancer):
    with changes(AuditEntry, by=1):
        dancer.dance()
        dancer.dance()


def test_it_is_listed_and_taken_back_in_the_settings(dancer, program, browser):
    given = dancer.dance()
    browser.visit("/settings/tokens/").submit(".setting form")

    token = program.showing(given["access_token"])
    assert token.get("/articles").status_code == 401
    assert dancer.refresh(given["refresh_token"]).json["error"] == "invalid_grant"


def test_one_with_a_secret_shows_it(dancer, quill):
    dancer.secret = quill.renew_secret()
    db.session.commit()

    assert dancer.dance()["access_token"].startswith("ink_")


@pytest.mark.parametrize("secret", ["", "inks_wrong"])
def test_nobody_fetches_its_token_without(dancer, quill, secret):
    quill.renew_secret()
    db.session.commit()
    dancer.secret = secret

    answer = dancer.exchange(dancer.press()["code"])

    assert answer.status_code in {400, 401}
    assert answer.json["error"] == "invalid_client"


def test_the_head_does_as_well_as_the_body(dancer, quill):
    secret, code = quill.renew_secret(), dancer.press()["code"]
    db.session.commit()
    answer = dancer.client.post(
        "/oauth/token",
        auth=(quill.client_id, secret),
        data={
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": BACK,
            "code_verifier": "a-verifier-that-is-long-enough-to-be-one-of-them",
        },
    )

    assert answer.status_code == 200, answer.text


def test_on_more_devices_than_fit_the_first_is_signed_out(dancer, monkeypatch):
    monkeypatch.setattr("app.models.consent.MOST_EACH", 2)
    first = dancer.dance()
    dancer.dance()

    with changes(AccessToken, by=0):
        dancer.dance()

    assert dancer.refresh(first["refresh_token"]).status_code == 400
