"""How often a program changes what opens the account, and with which token."""

import pytest

from app.models import AccessToken
from tests.support.database import changes
from tests.support.realworld import signed_in


def change(program, **said):
    return program.put("/user", {"user": said})


def test_nobody_collects_names(program, bob):
    signed_in(program, bob)
    for name in ("bert", "robert", "bobby"):
        assert change(program, username=name).status_code == 200

    answer = change(program, username="rob")

    assert answer.status_code == 422
    assert answer.json["errors"] == {"username": ["was changed 3 times in 30 days"]}


@pytest.mark.parametrize(
    ("field", "value"),
    [("email", "bob{}@example.org"), ("password", "a fresh grey heron {}")],
)
def test_letters_are_sent_five_times_in_half_an_hour(program, bob, field, value):
    signed_in(program, bob)
    for turn in range(5):
        assert change(program, **{field: value.format(turn)}).status_code == 200

    answer = change(program, **{field: value.format(5)})

    assert (answer.status_code, answer.json["errors"].keys()) == (429, {field})
    assert int(answer.headers["Retry-After"]) > 0


def test_what_sends_none_is_not_counted(program, bob):
    signed_in(program, bob)
    for turn in range(6):
        answer = change(program, bio=f"Bob {turn}.", email="bob@example.org")

    assert answer.status_code == 200


@pytest.mark.parametrize("field", ["email", "username", "password"])
def test_before_a_second_factor_was_asked_for_is_too_long_ago(
    program, bob, bobs_app, field
):
    answer = change(signed_in(program, bob), **{field: "robert@example.org"})

    assert answer.status_code == 403
    assert answer.json["errors"].keys() == {field}


def test_it_makes_no_tokens_then_either(program, bob, bobs_app):
    token = {"name": "A script", "scopes": ["posts:read"]}
    signed_in(program, bob)

    with changes(AccessToken, by=0):
        answer = program.post("/tokens", {"token": token})

    assert answer.status_code == 403
