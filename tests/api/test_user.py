"""Oneself, by the RealWorld contract."""

import pytest

from app.extensions import db
from app.models import LoginSession
from tests.fixtures.cast import PASSWORD
from tests.support.database import changes
from tests.support.realworld import USER, signed_in


def change(program, **said):
    return program.put("/user", {"user": said})


def test_one_is_shown_with_the_token_that_one_shows(program, ann):
    user = signed_in(program, ann).get("/user").json["user"]

    assert user.keys() == USER
    assert user["token"] == program.headers["Authorization"].removeprefix("Token ")


@pytest.mark.parametrize("field", ["bio", "image"])
@pytest.mark.parametrize("nothing", ["", None])
def test_nothing_is_null_and_stays_null(program, ann, field, nothing):
    signed_in(program, ann)
    change(program, bio="Essays.", image="https://example.org/ann.png")

    answer = change(program, **{field: nothing})

    assert answer.json["user"][field] is None
    assert program.get("/user").json["user"][field] is None


def test_what_is_not_named_stays(program, ann):
    signed_in(program, ann)
    change(program, bio="Essays.", image="https://example.org/ann.png")

    user = change(program, bio="Notes.").json["user"]

    assert (user["bio"], user["image"]) == ("Notes.", "https://example.org/ann.png")


@pytest.mark.parametrize("field", ["email", "username", "password"])
@pytest.mark.parametrize("nothing", ["", None])
def test_nobody_is_without_what_they_sign_in_by(program, ann, field, nothing):
    answer = change(signed_in(program, ann), **{field: nothing})

    assert answer.status_code == 422
    assert answer.json["errors"] == {field: ["can't be blank"]}


def test_another_name_is_taken_up(program, ann):
    user = change(signed_in(program, ann), username="Anna_1").json["user"]

    assert user["username"] == "anna_1"
    assert program.get("/profiles/anna_1").status_code == 200


def test_a_taken_name_is_refused(program, ann, bob):
    answer = change(signed_in(program, ann), username="bob")

    assert answer.status_code == 409
    assert answer.json["errors"] == {"username": ["has already been taken"]}


def test_another_address_is_asked_first(program, ann):
    user = change(signed_in(program, ann), email="anna@example.org").json["user"]

    assert user["email"] == "ann@example.org"


def test_where_addresses_are_taken_at_their_word_it_is_ones_own_at_once(
    app, program, ann, monkeypatch
):
    monkeypatch.setitem(app.config, "CONFIRM_ADDRESSES", False)

    user = change(signed_in(program, ann), email="anna@example.org").json["user"]

    assert user["email"] == "anna@example.org"


def test_a_changed_password_leaves_the_token_in_use(program, ann):
    answer = change(signed_in(program, ann), password="a fresh grey heron")

    assert answer.status_code == 200
    assert program.get("/user").status_code == 200


def test_a_changed_password_opens_the_door(program, ann):
    change(signed_in(program, ann), password="a fresh grey heron")

    user = {"email": "ann@example.org", "password": "a fresh grey heron"}
    answer = program.post("/users/login", {"user": user})

    assert answer.status_code == 200


def test_a_changed_password_ends_what_the_old_one_had_opened(program, ann):
    LoginSession.begin(ann, "A browser", keep=True)
    db.session.commit()

    with changes(LoginSession, by=-1):
        change(signed_in(program, ann), password="a fresh grey heron")


@pytest.mark.parametrize("password", ["short7c", "aaaaaaaaaaaa", "x" * 201])
def test_a_password_has_to_be_one(program, ann, password):
    answer = change(signed_in(program, ann), password=password)

    assert answer.status_code == 422
    assert answer.json["errors"].keys() == {"password"}


@pytest.mark.parametrize("field", ["email", "username", "password"])
def test_a_token_from_the_settings_does_not_open_the_account(program, ann, field):
    answer = change(program.acting_for(ann), **{field: PASSWORD})

    assert answer.status_code == 403
    assert answer.json["errors"].keys() == {field}
