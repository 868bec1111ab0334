"""Whom somebody blocks or mutes, and what they do not want to read of."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import Block, Mute, MutedWord, muted_word
from app.models.columns import now
from tests.support.crowd import strangers
from tests.support.database import changes, queries


def in_days(count):
    return (now() + timedelta(days=count)).isoformat()


def test_who_is_blocked_is_listed(program, ann, eve):
    program.acting_for(ann)

    with changes(Block, by=1):
        program.post("/profiles/eve/block")

    [block] = program.get("/blocks").json["blocks"]
    assert block["person"]["username"] == "eve"


def test_who_is_blocked_is_let_in_again(program, ann, eve):
    program.acting_for(ann).post("/profiles/eve/block")

    with changes(Block, by=-1):
        answer = program.delete("/profiles/eve/block")

    assert answer.status_code == 204


def test_a_block_ends_what_was_between_two(program, ann, eve):
    eve.follow(ann)
    db.session.commit()

    person = program.acting_for(ann).post("/profiles/eve/block").json["person"]

    assert person["followsYou"] is False


def test_of_who_is_away_only_the_name_is_told(program, ann, eve):
    ann.block(eve)
    eve.bio = "Hidden by now."
    eve.withheld_at = now()
    db.session.commit()

    [block] = program.acting_for(ann).get("/blocks").json["blocks"]

    assert (block["person"]["name"], block["person"]["bio"]) == ("eve", None)
    assert program.delete("/profiles/eve/block").status_code == 204


@pytest.mark.parametrize("path", ["/profiles/%00/block", "/profiles/nobody/mute"])
def test_who_is_not_there_cannot_be_let_in(program, ann, path):
    assert program.acting_for(ann).delete(path).status_code == 404


@pytest.mark.parametrize("what", ["block", "mute"])
def test_nobody_keeps_away_from_themself(program, ann, what):
    assert program.acting_for(ann).post(f"/profiles/ann/{what}").status_code == 422


@pytest.mark.parametrize("what", ["block", "mute"])
def test_who_avoids_somebody_cannot_be_kept_away_by_them(program, ann, eve, what):
    ann.block(eve)
    db.session.commit()

    answer = program.acting_for(eve).post(f"/profiles/ann/{what}")

    assert answer.status_code == 404


def test_who_is_muted_for_a_while_is_listed_with_its_end(program, ann, eve):
    program.acting_for(ann)

    with changes(Mute, by=1):
        program.post("/profiles/eve/mute", {"mute": {"until": in_days(7)}})

    [mute] = program.get("/mutes").json["mutes"]
    assert mute["until"][:10] == in_days(7)[:10]


def test_who_is_muted_for_good_is_heard_again(program, ann, eve):
    program.acting_for(ann).post("/profiles/eve/mute")
    assert program.get("/mutes").json["mutes"][0]["until"] is None

    with changes(Mute, by=-1):
        program.delete("/profiles/eve/mute")


@pytest.mark.parametrize(
    "until",
    ["tomorrow", "2020-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00", 7, [], True],
)
def test_an_end_lies_ahead_and_not_too_far(program, ann, eve, until):
    answer = program.acting_for(ann).post(
        "/profiles/eve/mute", {"mute": {"until": until}}
    )

    assert answer.status_code == 422
    assert "until" in answer.json["errors"]


def test_what_is_misspelled_is_not_lost_in_silence(program, ann, eve):
    answer = program.acting_for(ann).post(
        "/profiles/eve/mute", {"mute": {"untill": None}}
    )

    assert answer.status_code == 422
    assert answer.json["errors"] == {"untill": ["is not known here"]}


@pytest.mark.parametrize(("path", "verb"), [("/blocks", "block"), ("/mutes", "mute")])
def test_the_lists_cost_the_same_however_long_they_are(program, ann, path, verb):
    for person in strangers(6):
        getattr(ann, verb)(person)
    db.session.commit()
    program.acting_for(ann).get(path)

    with queries(at_most=4):
        answer = program.get(path)

    assert len(answer.json[path[1:]]) == 6


def test_a_muted_word_is_listed_and_let_go(program, ann):
    program.acting_for(ann)
    made = program.post("/muted-words", {"mutedWord": {"word": "#spoilers"}})
    assert made.status_code == 201
    assert program.get("/muted-words").json["mutedWords"] == [made.json["mutedWord"]]

    with changes(MutedWord, by=-1):
        program.delete(f"/muted-words/{made.json['mutedWord']['id']}")


@pytest.mark.parametrize("word", ["", "…", "a" * 81, None, 7])
def test_a_word_has_a_letter_or_a_digit(program, ann, word):
    answer = program.acting_for(ann).post("/muted-words", {"mutedWord": {"word": word}})

    assert answer.status_code == 422
    assert "word" in answer.json["errors"]


def test_there_is_room_for_so_many_words(program, ann, monkeypatch):
    monkeypatch.setattr(muted_word, "MOST", 0)

    answer = program.acting_for(ann).post(
        "/muted-words", {"mutedWord": {"word": "sea"}}
    )

    assert answer.status_code == 422


@pytest.mark.parametrize("key", ["1", "9999999999999999999", "sea"])
def test_the_words_of_others_are_not_there(program, ann, bob, key):
    bob.mute_word("sea")
    db.session.commit()

    with changes(MutedWord, by=0):
        answer = program.acting_for(ann).delete(f"/muted-words/{key}")

    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["/blocks", "/mutes", "/muted-words"])
def test_only_oneself_sees_whom_one_avoids(program, path):
    assert program.get(path).status_code == 401
