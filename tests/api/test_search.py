"""Looking for posts, people and tags."""

from datetime import timedelta

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.crowd import strangers
from tests.support.database import queries


def titles(answer):
    return [post["title"] for post in answer.json["posts"]]


def test_a_visitor_finds_posts_by_their_words(program, ann, essay):
    publish(ann, "Herons", "They wait.")

    answer = program.get("/search?q=water")

    assert titles(answer) == ["The tide tables"]
    assert answer.json["posts"][0]["author"]["username"] == "ann"


def test_the_newest_come_first_where_that_is_asked(program, ann):
    publish(ann, "Heron, heron, heron", ago=timedelta(hours=3))
    publish(ann, "A walk", "One heron.")

    assert titles(program.get("/search?q=heron&order=newest"))[0] == "A walk"


def test_one_finds_people(program, bob, ann):
    [found] = program.acting_for(bob).get("/search?q=okafor&type=people").json["people"]
    assert (found["username"], found["name"]) == ("ann", "Ann Okafor")


def test_one_finds_tags(program, ann):
    publish(ann, "Mud", "All about #seabirds.")

    answer = program.get("/search?q=sea&type=tags")

    assert answer.json["tags"] == [{"name": "seabirds", "label": "seabirds"}]


@pytest.mark.parametrize("q", ["", "%00", "%22%22%22", "-", "%ED%A0%80", "x" * 2000])
@pytest.mark.parametrize("kind", ["posts", "people", "tags"])
def test_what_asks_for_nothing_finds_nothing(program, essay, q, kind):
    answer = program.get(f"/search?q={q}&type={kind}")

    assert answer.status_code == 200
    assert answer.json == {kind: [], "next": None}


@pytest.mark.parametrize("asked", ["type=comments", "order=worst", "limit=0"])
def test_there_are_no_other_ways_to_look(program, ann, asked):
    assert program.get(f"/search?q=tide&{asked}").status_code == 422


def test_what_is_not_for_the_reader_is_not_found(program, ann, bob, draft):
    publish(ann, "Secret tide", to="private")
    bob.block(ann)
    publish(ann, "Tide for all")
    db.session.commit()

    assert titles(program.acting_for(bob).get("/search?q=tide")) == []
    assert titles(program.get("/search?q=draft")) == []


def test_ones_own_drafts_are_found_by_oneself(program, ann, draft):
    [found] = program.acting_for(ann).get("/search?q=in:drafts").json["posts"]
    assert (found["title"], found["status"]) == ("Draft", "draft")


def test_what_is_found_is_turned_page_by_page(program, ann):
    for number in range(3):
        publish(ann, f"Tide {number}")

    first = program.get("/search?q=tide&limit=2")
    second = program.get(f"/search?q=tide&limit=2&after={first.json['next']}")

    assert len({*titles(first), *titles(second)}) == 3
    assert 'rel="next"' in first.headers["Link"]


def test_a_damaged_place_is_said_to_be_damaged(program, ann):
    assert program.get("/search?q=tide&after=!").status_code == 400


@pytest.mark.parametrize("kind", ["posts", "people"])
def test_it_costs_the_same_however_much_is_found(program, ann, kind):
    for person in strangers(7):
        publish(person, f"Tide by {person.name}")
    program.acting_for(ann).get("/search?q=stranger")

    with queries(at_most=7):
        answer = program.get(f"/search?q=stranger&type={kind}")

    assert len(answer.json[kind]) == 7
