"""Tags that somebody follows."""

import pytest

from app.extensions import db
from app.models import TagFollow, tag_follow
from tests.fixtures.writing import publish
from tests.support.database import changes, queries


@pytest.fixture
def sea(ann):
    """A tag under which everybody finds something."""
    publish(ann, "Mud", "All about #Sea birds.")


def test_what_is_followed_is_listed(program, bob, sea):
    program.acting_for(bob)

    with changes(TagFollow, by=1):
        answer = program.post("/tags/SEA/follow")

    assert answer.json == {"tag": {"name": "sea", "label": "sea", "following": True}}
    assert program.get("/tags/followed").json["tags"] == [answer.json["tag"]]


def test_what_is_let_go_is_not(program, bob, sea):
    program.acting_for(bob).post("/tags/sea/follow")

    with changes(TagFollow, by=-1):
        answer = program.delete("/tags/sea/follow")

    assert answer.json["tag"]["following"] is False


@pytest.mark.parametrize("name", ["unknown", "!", "hidden"])
def test_what_one_finds_nothing_under_is_not_followed(program, ann, bob, name):
    publish(ann, "Secret", "About #hidden things.", to="private")

    assert program.acting_for(bob).post(f"/tags/{name}/follow").status_code == 404


def test_there_is_room_for_so_many(program, bob, sea, monkeypatch):
    monkeypatch.setattr(tag_follow, "MOST_TAGS", 0)

    answer = program.acting_for(bob).post("/tags/sea/follow")

    assert answer.status_code == 422
    assert "tag" in answer.json["errors"]


def test_who_may_only_read_follows_nothing(program, bob, sea):
    program.acting_for(bob, ["people:read"])
    assert program.post("/tags/sea/follow").status_code == 403


def test_the_list_costs_the_same_however_long_it_is(program, ann, bob):
    program.acting_for(bob)
    for name in ("one", "two", "three", "four"):
        publish(ann, name, f"About #{name}.")
        program.post(f"/tags/{name}/follow")
    db.session.commit()

    with queries(at_most=3):
        answer = program.get("/tags/followed")

    assert len(answer.json["tags"]) == 4
