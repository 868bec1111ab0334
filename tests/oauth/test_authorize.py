"""What an application must ask for, and where it is told so if it does not."""

import pytest

from app.extensions import db
from app.models import Consent
from tests.support.database import changes
from tests.support.oauth import BACK, said

#: Where nobody may be sent on: it may be anybody who asks.
ON_A_PAGE = {
    "nobody knows it": {"client_id": "unknown"},
    "it does not say who it is": {"client_id": None},
    "nothing a name may hold": {"client_id": "quill\x00"},
    "another place": {"redirect_uri": "https://evil.example/back?of=inklings"},
    "a little more": {"redirect_uri": BACK + "&more"},
    "a little less": {"redirect_uri": BACK.partition("?")[0]},
    "no place": {"redirect_uri": None},
    "no address": {"redirect_uri": 'javascript:alert("1")'},
    "no address at all": {"redirect_uri": "ü\n"},
}
#: What the application is told.
SENT_BACK = {
    "no proof": ({"code_challenge": None}, "invalid_request"),
    "no method": ({"code_challenge_method": None}, "invalid_request"),
    "the plain method": ({"code_challenge_method": "plain"}, "invalid_request"),
    "a short proof": ({"code_challenge": "short"}, "invalid_request"),
    "neither": (
        {"code_challenge": None, "code_challenge_method": None},
        "invalid_request",
    ),
    "another grant": ({"response_type": "token"}, "unsupported_response_type"),
    "no grant": ({"response_type": None}, "unsupported_response_type"),
    "no scope": ({"scope": None}, "invalid_scope"),
    "an empty scope": ({"scope": " "}, "invalid_scope"),
    "a made-up scope": ({"scope": "posts:read admin"}, "invalid_scope"),
}


@pytest.mark.parametrize("asked", ON_A_PAGE.values(), ids=ON_A_PAGE)
def test_who_cannot_be_told_is_told_here(dancer, asked):
    answer = dancer.ask(**asked)

    assert answer.status_code == 400
    assert answer.location is None
    assert "This application asks wrongly" in answer.text
    assert "invalid_" in answer.text


@pytest.mark.parametrize(("asked", "error"), SENT_BACK.values(), ids=SENT_BACK)
def test_the_others_are_told_where_they_are(dancer, asked, error):
    answer = dancer.ask(**asked)

    told = said(answer.location)
    assert answer.location.startswith(BACK + "&")
    assert (told["error"], told["state"]) == (error, "a state & more")
    assert told["iss"] == dancer.client.application.config["SITE_URL"]


@pytest.mark.parametrize("asked", ON_A_PAGE.values(), ids=ON_A_PAGE)
def test_no_button_leads_past_that(dancer, asked):
    fields = {"csrf_token": dancer.page().value("csrf_token"), "answer": "allow"}

    with changes(Consent, by=0):
        sent = dancer.browser.send(dancer.path(**asked), fields)

    assert sent.status == 400


def test_a_form_of_another_site_allows_nothing(dancer):
    with changes(Consent, by=0):
        sent = dancer.browser.send(dancer.path(), {"answer": "allow"})

    assert sent.status == 400


def test_what_the_form_says_does_not_count(dancer):
    """Or a page could show one thing and allow another."""
    fields = {**dancer.page().fields("main form"), "answer": "allow"}
    fields["scope"] = "messages:read"
    dancer.browser.client.post(
        dancer.path(), data=fields, headers={"Origin": "http://localhost"}
    )

    assert db.session.query(Consent.scopes).scalar() == ["posts:read", "posts:write"]


def test_the_same_thing_twice_is_refused(dancer):
    answer = dancer.browser.client.get(dancer.path() + "&scope=messages:read")

    assert answer.status_code == 400 or "error=" in answer.location


def test_an_application_whose_owner_is_away_asks_nobody(dancer, cleo):
    cleo.suspend(None)
    db.session.commit()

    assert dancer.ask().status_code == 400


@pytest.mark.parametrize("port", ["", ":5123"])
def test_a_program_on_ones_machine_takes_any_port(dancer, quill, port):
    quill.redirect_uris = ["http://127.0.0.1:8000/back"]
    db.session.commit()

    page = dancer.page(redirect_uri=f"http://127.0.0.1{port}/back")

    policy = page.answer.headers["Content-Security-Policy"]
    assert f"form-action 'self' http://127.0.0.1{port};" in policy


def test_a_scheme_of_its_own_does_as_well(dancer, quill):
    quill.redirect_uris = ["example.quill:/back"]
    db.session.commit()

    told = dancer.press(redirect_uri="example.quill:/back")

    assert told["where"].startswith("example.quill:/back?code=")
