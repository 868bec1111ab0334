"""Codes and tokens: what they are good for, how often, and for whom."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import AccessToken, Application, Consent
from app.models.access_token import RENEWED_WITHIN
from app.models.columns import now
from app.web.pruning import prune
from tests.support.database import changes
from tests.support.oauth import BACK

WRONG = {
    "another proof": {"code_verifier": "x" * 43},
    "no proof": {"code_verifier": ""},
    "another place": {"redirect_uri": "https://evil.example/"},
    "another code": {"code": "made-up"},
    "no code": {"code": ""},
    "what no code is": {"code": "ü\x00"},
}


def age(model, **moments):
    db.session.query(model).update(moments)
    db.session.commit()


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_a_code_alone_is_worth_nothing(dancer, wrong):
    code = dancer.press()["code"]

    with changes(AccessToken, by=0):
        answer = dancer.exchange(**{"code": code, **wrong})

    assert answer.status_code == 400
    assert answer.json["error"] in {"invalid_grant", "invalid_request"}


def test_a_code_that_was_used_ends_what_came_of_it(dancer, program):
    code = dancer.press()["code"]
    token = dancer.exchange(code).json["access_token"]

    assert dancer.exchange(code).json["error"] == "invalid_grant"
    assert program.showing(token).get("/articles").status_code == 401


def test_a_code_is_good_for_a_minute(dancer):
    code = dancer.press()["code"]
    age(Consent, expires_at=now())

    assert dancer.exchange(code).json["error"] == "invalid_grant"


def test_a_code_is_good_for_who_asked_for_it(dancer, cleo):
    code = dancer.press()["code"]
    dancer.application = Application.register(cleo, "Blot", "", [BACK])
    db.session.commit()

    with changes(AccessToken, by=0):
        assert dancer.exchange(code).json["error"] == "invalid_grant"


def test_the_database_has_digests_alone(dancer):
    code = dancer.press()["code"]
    given = dancer.exchange(code).json
    rows = [db.session.query(Consent).one(), db.session.query(AccessToken).one()]
    kept = str([vars(row) for row in rows])

    secrets = {code, given["access_token"], given["refresh_token"]}
    assert not any(secret in kept for secret in secrets)


def test_a_token_is_renewed_and_the_old_ones_are_void(dancer, program):
    given = dancer.dance()
    fresh = dancer.refresh(given["refresh_token"]).json

    assert program.showing(fresh["access_token"]).get("/articles").status_code == 200
    assert program.showing(given["access_token"]).get("/articles").status_code == 401


def test_one_that_was_used_ends_all_that_came_after(dancer, program):
    given = dancer.dance()
    fresh = dancer.refresh(given["refresh_token"]).json

    again = dancer.refresh(given["refresh_token"])

    assert again.json["error"] == "invalid_grant"
    assert program.showing(fresh["access_token"]).get("/articles").status_code == 401
    assert dancer.refresh(fresh["refresh_token"]).status_code == 400


def test_it_is_renewed_after_it_has_ended(dancer):
    given = dancer.dance()
    age(AccessToken, expires_at=now() - timedelta(days=59))
    prune()

    assert dancer.refresh(given["refresh_token"]).status_code == 200


def test_but_not_for_ever(dancer):
    given = dancer.dance()
    age(AccessToken, expires_at=now() - RENEWED_WITHIN)

    assert dancer.refresh(given["refresh_token"]).status_code == 400


def test_it_may_be_renewed_for_less_and_for_all_of_it_later(dancer):
    token = dancer.dance()["refresh_token"]
    less = dancer.refresh(token, scope="posts:read").json
    all_of_it = dancer.refresh(less["refresh_token"]).json

    assert less["scope"] == "posts:read"
    assert all_of_it["scope"] == "posts:read posts:write"


@pytest.mark.parametrize("scope", ["messages:read", "posts:read messages:read"])
def test_never_for_more(dancer, scope):
    answer = dancer.refresh(dancer.dance()["refresh_token"], scope=scope)

    assert answer.json["error"] == "invalid_scope"


def test_nor_by_another(dancer, cleo):
    token = dancer.dance()["refresh_token"]
    dancer.application = Application.register(cleo, "Blot", "", [BACK])
    db.session.commit()

    assert dancer.refresh(token).json["error"] == "invalid_grant"


@pytest.mark.parametrize("kind", ["access_token", "refresh_token"])
def test_what_is_handed_back_is_good_for_nothing(dancer, program, kind):
    given = dancer.dance()
    answer = dancer.send("revoke", token=given[kind])

    assert answer.status_code == 200
    assert program.showing(given["access_token"]).get("/articles").status_code == 401
    assert dancer.refresh(given["refresh_token"]).status_code == 400


def test_what_is_none_is_handed_back_as_well(dancer):
    assert dancer.send("revoke", token="made-up").status_code == 200


def test_nobody_hands_back_what_another_was_given(dancer, cleo):
    token = dancer.dance()["access_token"]
    dancer.application = Application.register(cleo, "Blot", "", [BACK])
    db.session.commit()

    with changes(AccessToken, by=0):
        assert dancer.send("revoke", token=token).status_code == 400


def test_codes_that_nobody_used_are_pruned(dancer):
    dancer.press()
    dancer.dance()
    age(Consent, expires_at=now())

    assert prune() == {"consent": 1}
