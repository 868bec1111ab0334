"""Timelines: what the screens of the site show, for programs."""

from datetime import timedelta

import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.crowd import publish_at_once, strangers
from tests.support.database import queries


def titles(answer):
    return [post["title"] for post in answer.json["posts"]]


def test_home_has_what_people_write_whom_one_follows(program, ann, bob, essay):
    bob.follow(ann)
    db.session.commit()

    [entry] = program.acting_for(bob).get("/timelines/home").json["entries"]

    assert entry["post"]["title"] == "The tide tables"
    assert entry["post"]["author"]["following"] is True
    assert (entry["repost"], entry["tag"]) == (None, None)


def test_home_says_who_passed_something_on_and_with_which_words(
    program, bob, cleo, essay
):
    bob.follow(cleo)
    cleo.repost(essay, "Read *this*.")
    db.session.commit()

    [entry] = program.acting_for(bob).get("/timelines/home").json["entries"]

    assert entry["repost"]["by"]["username"] == "cleo"
    assert entry["repost"]["remark"] == "Read *this*."
    assert "<em>this</em>" in entry["repost"]["remarkHtml"]


def test_home_says_which_tag_brought_something(program, ann, bob):
    post = publish(ann, "Mud", "All about #Sea birds.")
    tagged = program.acting_for(bob)
    tagged.post("/tags/sea/follow")

    [entry] = tagged.get("/timelines/home").json["entries"]

    assert entry["post"]["title"] == post.title
    assert entry["tag"] == "sea"


def test_home_leaves_out_who_is_muted_and_what_is_for_others(program, ann, bob, cleo):
    for author in (ann, cleo):
        bob.follow(author)
    publish(ann, "Muted")
    publish(cleo, "For herself", to="private")
    bob.mute(ann)
    db.session.commit()

    assert program.acting_for(bob).get("/timelines/home").json["entries"] == []


def test_home_is_turned_page_by_page(program, ann):
    everything = publish_at_once(ann, 5)
    program.acting_for(ann)

    first = program.get("/timelines/home?limit=3")
    second = program.get(f"/timelines/home?limit=3&after={first.json['next']}")

    entries = first.json["entries"] + second.json["entries"]
    assert {entry["post"]["title"] for entry in entries} == set(everything)
    assert 'rel="next"' in first.headers["Link"]
    assert second.json["next"] is None


def test_home_costs_the_same_however_much_is_on_it(program, ann, bob):
    bob.follow(ann)
    publish_at_once(ann, 12)
    for person in strangers(3):
        bob.follow(person)
        person.repost(publish(ann, "Passed on"), "Look!")
    db.session.commit()
    program.acting_for(bob).get("/timelines/home")

    with queries(at_most=6):
        answer = program.get("/timelines/home")

    assert len(answer.json["entries"]) == 15


def test_a_visitor_has_no_home(program):
    assert program.get("/timelines/home").status_code == 401


def test_a_token_for_other_things_opens_no_home(program, ann):
    program.acting_for(ann, ["account:read"])
    assert program.get("/timelines/home").status_code == 403


@pytest.mark.parametrize("asked", ["limit=0", "limit=101", "limit=many"])
def test_pages_are_neither_empty_nor_endless(program, ann, asked):
    answer = program.acting_for(ann).get(f"/timelines/home?{asked}")

    assert answer.status_code == 422
    assert "limit" in answer.json["errors"]


def test_a_damaged_place_is_said_to_be_damaged(program, ann):
    assert program.acting_for(ann).get("/timelines/home?after=!").status_code == 400


def test_explore_has_what_is_for_everybody_newest_first(program, ann, bob):
    publish(ann, "Older", ago=timedelta(hours=2))
    publish(bob, "Newer")
    publish(bob, "For followers", to="followers")

    assert titles(program.get("/timelines/explore")) == ["Newer", "Older"]


def test_explore_leaves_out_whom_one_has_blocked(program, ann, bob, essay):
    bob.block(ann)
    db.session.commit()

    assert titles(program.acting_for(bob).get("/timelines/explore")) == []


def test_explore_costs_the_same_however_much_is_on_it(program, ann, bob):
    for person in strangers(8):
        publish(person, "One of many")
    program.acting_for(bob).get("/timelines/explore")

    with queries(at_most=5):
        answer = program.get("/timelines/explore")

    assert len(answer.json["posts"]) == 8


def test_popular_has_what_somebody_likes(program, ann, bob, essay):
    publish(ann, "Unnoticed")
    bob.like(essay)
    db.session.commit()

    assert titles(program.get("/timelines/popular")) == ["The tide tables"]


def test_featured_has_what_was_chosen(program, dan, bob, essay):
    dan.feature(essay)
    db.session.commit()

    assert titles(program.acting_for(bob).get("/timelines/featured")) == [essay.title]


def test_a_tag_has_what_stands_under_it(program, ann, bob):
    publish(ann, "Mud", "All about #Sea birds.")
    publish(ann, "Dust")

    answer = program.get("/timelines/tags/SEA")

    assert titles(answer) == ["Mud"]


@pytest.mark.parametrize("name", ["unknown", "!!!", "hidden"])
def test_a_tag_under_which_one_finds_nothing_is_not_there(program, ann, name):
    publish(ann, "Secret", "About #hidden things.", to="private")

    assert program.get(f"/timelines/tags/{name}").status_code == 404


def test_a_profile_has_what_somebody_published(program, ann, bob, essay, draft):
    publish(ann, "For followers", to="followers")

    assert titles(program.get("/profiles/ann/posts")) == ["The tide tables"]
    assert len(titles(program.acting_for(ann).get("/profiles/ann/posts"))) == 2


def test_who_avoids_somebody_shows_them_nothing(program, ann, eve, essay):
    ann.block(eve)
    db.session.commit()

    answer = program.acting_for(eve).get("/profiles/ann/posts")

    assert answer.status_code == 404


def test_the_next_page_of_a_tag_has_an_address_in_plain_letters(program, ann):
    for title in ("One", "Two"):
        publish(ann, title, "Words about #日本.")

    answer = program.get("/timelines/tags/日本?limit=1")

    path = answer.headers["Link"].partition("<")[2].partition(">")[0]
    assert path.isascii()
    assert program.client.get(path).json["posts"][0]["title"] == "One"
