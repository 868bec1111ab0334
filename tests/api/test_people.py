"""Who follows whom, and who asks to."""

import pytest

from app.extensions import db
from app.models import Follow, FollowRequest
from tests.support.crowd import strangers
from tests.support.database import changes, queries


def names(answer):
    return [person["username"] for person in answer.json["people"]]


@pytest.fixture
def followed(ann, bob, cleo):
    """Ann, whom Bob and Cleo follow, and who follows Cleo."""
    for follower, person in ((bob, ann), (cleo, ann), (ann, cleo)):
        follower.follow(person)
        db.session.commit()
    return ann


@pytest.fixture
def asked(ann, bob):
    """Ann, whom Bob asks to follow."""
    ann.lock()
    db.session.commit()
    bob.follow(ann)
    db.session.commit()
    return ann


def test_a_visitor_sees_who_follows_somebody(program, followed):
    assert names(program.get("/profiles/ann/followers")) == ["cleo", "bob"]
    assert names(program.get("/profiles/ann/following")) == ["cleo"]


def test_people_say_what_there_is_between_them_and_the_reader(program, followed):
    people = program.acting_for(followed).get("/profiles/ann/followers").json["people"]

    cleo, bob = people
    assert (cleo["following"], cleo["followsYou"]) == (True, True)
    assert (bob["following"], bob["followsYou"]) == (False, True)
    assert bob["name"] == "Bob Lindqvist"


@pytest.mark.parametrize("typed", ["cl", "@cleo", "MARCH", "Cleo%20March"])
def test_people_are_found_by_how_they_begin(program, followed, typed):
    found = names(program.get(f"/profiles/ann/followers?q={typed}"))
    assert found == ([] if typed == "MARCH" else ["cleo"])


def test_who_is_apart_from_the_reader_is_left_out(program, followed, bob):
    followed.block(bob)
    db.session.commit()

    assert names(program.acting_for(bob).get("/profiles/cleo/following")) == []


@pytest.mark.parametrize("side", ["followers", "following"])
def test_who_keeps_their_ties_shows_them_to_themself_alone(program, followed, side):
    followed.hides_counts = True
    db.session.commit()

    assert program.get(f"/profiles/ann/{side}").status_code == 403
    assert program.acting_for(followed).get(f"/profiles/ann/{side}").status_code == 200


@pytest.mark.parametrize("name", ["nobody", "%00", "%ED%A0%80", "a" * 300])
def test_who_is_not_there_has_no_followers(program, ann, name):
    assert program.get(f"/profiles/{name}/followers").status_code == 404


def test_who_avoids_the_reader_is_not_there(program, followed, eve):
    followed.block(eve)
    db.session.commit()

    answer = program.acting_for(eve).get("/profiles/ann/followers")

    assert answer.status_code == 404


def test_a_list_of_people_costs_the_same_however_long_it_is(program, ann, bob):
    for person in strangers(9):
        person.follow(ann)
    db.session.commit()
    program.acting_for(bob).get("/profiles/ann/followers")

    with queries(at_most=5):
        answer = program.get("/profiles/ann/followers?limit=8")

    assert len(names(answer)) == 8
    assert answer.json["next"] in answer.headers["Link"]


def test_a_follower_is_sent_away(program, followed):
    program.acting_for(followed)

    with changes(Follow, by=-1):
        answer = program.delete("/profiles/bob/follower")

    assert answer.status_code == 204


def test_who_asks_is_listed_and_let_in(program, asked, bob):
    program.acting_for(asked)
    assert names(program.get("/follow-requests")) == ["bob"]

    with changes(Follow, by=1):
        answer = program.put("/follow-requests/bob")

    assert answer.json["person"]["followsYou"] is True


def test_who_asks_is_turned_down(program, asked):
    program.acting_for(asked)

    with changes(FollowRequest, by=-1):
        answer = program.delete("/follow-requests/bob")

    assert answer.status_code == 204
    assert program.delete("/follow-requests/bob").status_code == 404


def test_who_did_not_ask_is_not_let_in(program, ann, bob):
    with changes(Follow, by=0):
        answer = program.acting_for(ann).put("/follow-requests/bob")

    assert answer.status_code == 404


def test_what_one_asks_is_listed_and_taken_back(program, asked, bob):
    program.acting_for(bob)
    [ann] = program.get("/follow-requests?box=sent").json["people"]
    assert ann["requested"] is True

    with changes(FollowRequest, by=-1):
        program.delete("/profiles/ann/follow")


def test_there_are_two_boxes(program, ann):
    assert program.acting_for(ann).get("/follow-requests?box=lost").status_code == 422


def test_requests_cost_the_same_however_many_there_are(program, ann):
    ann.lock()
    db.session.commit()
    for person in strangers(6):
        person.follow(ann)
    db.session.commit()
    program.acting_for(ann).get("/follow-requests")

    with queries(at_most=4):
        answer = program.get("/follow-requests")

    assert len(names(answer)) == 6


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/follow-requests"),
        ("PUT", "/follow-requests/bob"),
        ("DELETE", "/follow-requests/bob"),
        ("DELETE", "/profiles/bob/follower"),
    ],
)
def test_a_token_for_posts_changes_nothing_among_people(program, ann, method, path):
    program.acting_for(ann, ["posts:read", "posts:write"])
    assert program.ask(method, path).status_code == 403
