"""Joining by the RealWorld contract."""

import pytest

NEW = {"username": "jake_1", "email": "jake@example.org", "password": "nine calm geese"}


def test_who_joins_gets_a_token_and_an_empty_profile(program):
    answer = program.post("/users", {"user": NEW})

    user = answer.json["user"]
    assert answer.status_code == 201
    assert (user["bio"], user["image"]) == (None, None)
    assert program.showing(user["token"]).get("/user").json["user"] == user


@pytest.mark.parametrize("field", NEW)
def test_nothing_may_be_blank(program, field):
    answer = program.post("/users", {"user": {**NEW, field: ""}})

    assert answer.status_code == 422
    assert answer.json["errors"][field] == ["can't be blank"]


def test_a_name_is_taken_once(program, ann):
    answer = program.post("/users", {"user": {**NEW, "username": "Ann"}})

    assert answer.status_code == 409
    assert answer.json["errors"] == {"username": ["has already been taken"]}
