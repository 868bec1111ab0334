"""What acts for somebody, as programs see and end it."""

import pytest

from app.extensions import db
from app.models import AccessToken, AuditEntry, LoginSession
from app.models.access_token import PERSONAL, SIGN_IN
from tests.support.database import changes, queries

NEW = {"token": {"name": "Backup", "scopes": ["posts:read"], "expiresAt": None}}


def test_tokens_are_listed_but_not_themselves(program, bob):
    told = program.acting_for(bob, kind=SIGN_IN).get("/tokens")

    [token] = told.json["tokens"]
    assert (token["type"], token["current"]) == ("sign-in", True)
    assert "ink_" not in told.text


def test_those_of_others_are_not(program, ann, bob):
    AccessToken.issue(ann, PERSONAL, "Ann’s", ["posts:read"])

    told = program.acting_for(bob).get("/tokens").json["tokens"]

    assert [token["name"] for token in told] == ["A test"]


def test_the_list_costs_the_same_however_long_it_is(program, bob):
    program.acting_for(bob).get("/tokens")
    for _ in range(30):
        AccessToken.sign_in(bob, "conduit-cli/1.0")
    db.session.commit()

    with queries(at_most=2):
        answer = program.get("/tokens")

    assert answer.headers["Link"]


def test_who_signed_in_makes_one(program, bob):
    made = program.acting_for(bob, kind=SIGN_IN).post("/tokens", NEW)

    assert made.status_code == 201
    assert made.headers["Cache-Control"] == "no-store"
    token = program.showing(made.json["token"]["token"])
    assert token.get("/articles").status_code == 200


def test_a_token_makes_no_other(program, bob):
    program.acting_for(bob, kind=PERSONAL)

    with changes(AccessToken, by=0):
        assert program.post("/tokens", NEW).status_code == 403


@pytest.mark.parametrize(
    "wrong",
    [
        {"scopes": []},
        {"scopes": ["all"]},
        {"scopes": "posts:read"},
        {"scopes": None},
        {"name": ""},
        {"expiresAt": "2020-01-01T00:00:00Z"},
        {"forever": True},
    ],
)
def test_what_is_wrong_is_refused(program, bob, wrong):
    program.acting_for(bob, kind=SIGN_IN)

    answer = program.post("/tokens", {"token": {**NEW["token"], **wrong}})

    assert answer.status_code == 422
    assert list(answer.json["errors"]) == list(wrong)


def test_a_token_ends_itself(program, bob):
    program.acting_for(bob)
    [token] = program.get("/tokens").json["tokens"]

    with changes(AuditEntry, by=1):
        assert program.delete(f"/tokens/{token['id']}").status_code == 204

    assert program.get("/tokens").status_code == 401


def test_never_one_of_another(program, ann, bob):
    row, _ = AccessToken.issue(ann, PERSONAL, "Ann’s", ["posts:read"])
    db.session.commit()

    assert program.acting_for(bob).delete(f"/tokens/{row.id}").status_code == 404


def test_applications_are_listed_and_let_in_no_longer(program, dancer, bob):
    dancer.dance()
    [known] = program.acting_for(bob).get("/applications").json["applications"]

    with changes(AccessToken, by=-1):
        program.delete(f"/applications/{known['id']}")

    assert known["name"] == "Quill"
    assert known["scopes"] == ["posts:read", "posts:write"]


def test_one_that_was_not_let_in_is_not_found(program, quill, bob):
    program.acting_for(bob)

    assert program.delete(f"/applications/{quill.id}").status_code == 404


def test_browsers_are_listed_and_signed_out(program, browser, ann, bob):
    browser.sign_in(bob)
    [known] = program.acting_for(bob).get("/sessions").json["sessions"]

    with changes(LoginSession, by=-1):
        assert program.delete(f"/sessions/{known['id']}").status_code == 204

    assert browser.visit("/settings/tokens/").path.startswith("/sign-in")


def test_those_of_others_are_neither(program, browser, ann, bob):
    browser.sign_in(ann)
    key = db.session.query(LoginSession.id).scalar()
    program.acting_for(bob)

    assert program.get("/sessions").json["sessions"] == []
    assert program.delete(f"/sessions/{key}").status_code == 404
