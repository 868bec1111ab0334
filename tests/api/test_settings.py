"""What somebody has chosen for themself and their account."""

import pytest

from app.extensions import db
from app.models import Account, Follow
from tests.support.database import changes, fresh


def change(program, **given):
    return program.put("/settings", {"settings": given})


def test_everything_is_shown(program, ann):
    settings = program.acting_for(ann).get("/settings").json["settings"]

    assert settings["name"] == "Ann Okafor"
    assert (settings["showsTies"], settings["asksBeforeFollow"]) == (True, False)
    assert settings["takesMessagesFrom"] == "followed"


def test_what_is_named_changes_and_the_rest_stays(program, ann):
    program.acting_for(ann)
    before = program.get("/settings").json["settings"]
    given = {
        "location": "Lagos",
        "links": ["https://example.org/ann"],
        "language": "de",
        "timeZone": "Africa/Lagos",
        "showsTies": False,
        "suggested": False,
        "indexable": False,
        "takesMessagesFrom": "nobody",
    }

    after = change(program, **given).json["settings"]

    assert after == {**before, **given}
    assert fresh(ann).hides_counts is True
    assert db.session.get(Account, ann.id).time_zone == "Africa/Lagos"


def test_a_new_name_leaves_the_bio(program, ann):
    ann.describe(name="Ann", bio="*Essays*.", location="", links=[])
    db.session.commit()

    change(program.acting_for(ann), name="Ann O.")

    assert (fresh(ann).name, ann.bio) == ("Ann O.", "*Essays*.")


def test_who_waits_when_the_door_opens_follows(program, ann, bob):
    program.acting_for(ann)
    change(program, asksBeforeFollow=True)
    bob.follow(fresh(ann))
    db.session.commit()

    with changes(Follow, by=1):
        answer = change(program, asksBeforeFollow=False)

    assert answer.json["settings"]["asksBeforeFollow"] is False


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("name", "x" * 81),
        ("name", None),
        ("location", 7),
        ("links", ["javascript:alert(1)"]),
        ("links", ["https://example.org"] * 6),
        ("links", "https://example.org"),
        ("links", [None]),
        ("language", "xx"),
        ("timeZone", "Mars/Olympus"),
        ("timeZone", ["UTC"]),
        ("asksBeforeFollow", "yes"),
        ("showsTies", 1),
        ("suggested", None),
        ("takesMessagesFrom", "friends"),
        ("isAdmin", True),
    ],
)
def test_what_cannot_be_chosen_is_named(program, ann, name, wrong):
    program.acting_for(ann)
    before = program.get("/settings").json

    answer = change(program, **{name: wrong})

    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [name]
    assert program.get("/settings").json == before


def test_who_may_only_read_changes_nothing(program, ann):
    program.acting_for(ann, ["account:read"])
    assert change(program, name="Bob").status_code == 403


def test_a_visitor_has_no_settings(program):
    assert program.get("/settings").status_code == 401


@pytest.mark.parametrize("kind", ["avatar", "banner"])
def test_a_picture_of_ones_own_is_shown_and_taken_off(program, ann, heron, kind):
    program.acting_for(ann)
    crop = {"zoom": 200, "across": 0}

    answer = program.put(
        f"/settings/{kind}", {"face": {"name": heron.name, "crop": crop}}
    )

    assert getattr(fresh(ann), f"{kind}_name") in answer.json["face"]["url"]
    assert program.delete(f"/settings/{kind}").status_code == 204
    assert getattr(fresh(ann), f"{kind}_name") == ""


@pytest.mark.parametrize("name", ["unknown", "a/b"])
def test_a_picture_that_is_not_ones_own_is_not_there(program, bob, heron, name):
    program.acting_for(bob)

    for known in (name, heron.name):
        answer = program.put("/settings/avatar", {"face": {"name": known}})
        assert answer.status_code == 404


@pytest.mark.parametrize(
    "crop",
    [{"zoom": 99}, {"zoom": 401}, {"across": -1}, {"down": "left"}, {"up": 1}, []],
)
def test_a_part_lies_on_the_picture(program, ann, heron, crop):
    answer = program.acting_for(ann).put(
        "/settings/avatar", {"face": {"name": heron.name, "crop": crop}}
    )

    assert answer.status_code == 422
