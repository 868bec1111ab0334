"""Signing in by the RealWorld contract."""

from app.models.access_token import SIGN_IN
from tests.fixtures.cast import PASSWORD
from tests.support.mailbox import mailbox


def test_a_password_is_worth_a_token(program, ann):
    user = {"email": "ann@example.org", "password": PASSWORD}
    answer = program.post("/users/login", {"user": user})

    token = answer.json["user"]["token"]
    assert token.startswith("ink_")
    assert program.showing(token).get("/user").json["user"]["username"] == "ann"


def test_a_wrong_one_is_worth_nothing(program, ann):
    user = {"email": "ann@example.org", "password": "something else"}
    answer = program.post("/users/login", {"user": user})

    assert answer.status_code == 401
    assert answer.json["errors"] == {"credentials": ["invalid"]}


def test_five_wrong_ones_are_enough(program, ann):
    user = {"email": "ann@example.org", "password": "something else"}
    for _ in range(5):
        program.post("/users/login", {"user": user})

    answer = program.post("/users/login", {"user": {**user, "password": PASSWORD}})

    assert answer.status_code == 429
    assert "rate" in answer.json["errors"]


def sign_in(program, agent):
    user = {"email": "ann@example.org", "password": PASSWORD}
    return program.post("/users/login", {"user": user}, headers={"User-Agent": agent})


def test_a_program_that_was_not_here_before_is_told_to_the_owner(program, ann):
    sign_in(program, "Quill/2.1")

    [letter] = mailbox()
    assert (letter.to, letter.subject) == ("ann@example.org", "A new device signed in")
    assert "Device: Quill/2.1" in letter.text


def test_one_that_is_signed_in_is_no_news(program, ann):
    program.acting_for(ann, kind=SIGN_IN, name="Quill/2.1")
    sign_in(program, "Quill/2.1")

    assert mailbox() == []
