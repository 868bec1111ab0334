"""What people say to each other in private."""

import pytest

from app.extensions import db
from app.models import Message
from app.models.columns import now
from tests.support.crowd import strangers
from tests.support.database import changes, queries
from tests.support.talks import side_of, unread, write


@pytest.fixture
def said(ann, bob):
    """What Ann wrote to Bob, who takes messages of whom he follows."""
    bob.follow(ann)
    db.session.commit()
    return write(ann, [bob])


def talk(said):
    return f"/conversations/{said.conversation_id}"


def letter(*people, body="Is the kettle on?"):
    return {"conversation": {"people": people, "body": body}}


def test_one_writes_to_who_takes_messages(program, ann, bob):
    bob.follow(ann)
    db.session.commit()

    with changes(Message, by=1):
        answer = program.acting_for(ann).post("/conversations", letter("bob"))

    conversation = answer.json["conversation"]
    assert [one["username"] for one in conversation["people"]] == ["bob"]
    assert conversation["lastMessage"]["body"] == "Is the kettle on?"


def test_with_one_person_there_is_one_conversation(program, said, bob, ann):
    answer = program.acting_for(ann).post("/conversations", letter("@Bob"))
    assert answer.json["conversation"]["id"] == said.conversation_id


@pytest.mark.parametrize(
    ("people", "field"),
    [(["eve"], "people"), (["nobody"], "people"), (["ann"], "people"), ([], "people")],
)
def test_one_cannot_write_to_everybody(program, ann, eve, people, field):
    with changes(Message, by=0):
        answer = program.acting_for(ann).post("/conversations", letter(*people))

    assert answer.status_code == 422
    assert field in answer.json["errors"]


def test_who_is_blocked_reaches_nobody(program, said, ann, bob):
    bob.block(ann)
    db.session.commit()
    program.acting_for(ann)

    assert program.post("/conversations", letter("bob")).status_code == 422
    said_again = {"message": {"body": "Hello?"}}
    assert program.post(f"{talk(said)}/messages", said_again).status_code == 422


def test_who_has_not_confirmed_writes_to_nobody(program, zoe, bob):
    bob.follow(zoe)
    db.session.commit()

    answer = program.acting_for(zoe).post("/conversations", letter("bob"))

    assert answer.status_code == 403
    assert "account" in answer.json["errors"]


@pytest.mark.parametrize(
    "given",
    [
        {"people": "bob", "body": "Hi"},
        {"people": [["bob"]], "body": "Hi"},
        {"people": ["bob"] * 12, "body": "Hi"},
        {"people": ["bob"]},
        {"people": ["bob"], "body": " "},
        {"people": ["bob"], "body": "x" * 5_001},
        {"people": ["bob"], "body": "Hi", "to": "cleo"},
    ],
)
def test_what_cannot_be_sent_is_not(program, ann, bob, given):
    bob.follow(ann)
    db.session.commit()

    answer = program.acting_for(ann).post("/conversations", {"conversation": given})

    assert answer.status_code == 422


def test_the_list_says_what_is_unread(program, said, bob):
    [one] = program.acting_for(bob).get("/conversations").json["conversations"]

    assert (one["unread"], one["muted"], one["alone"]) == (True, False, True)
    assert one["people"][0]["username"] == "ann"
    assert one["lastMessage"]["mine"] is False


def test_looking_leaves_it_unread_until_it_is_said_to_be_read(program, said, bob):
    program.acting_for(bob)
    program.get(talk(said))
    program.get(f"{talk(said)}/messages")
    assert unread(bob) == 1

    assert program.post(f"{talk(said)}/read").status_code == 204
    assert unread(bob) == 0


def test_one_answers(program, said, bob):
    answer = program.acting_for(bob).post(
        f"{talk(said)}/messages", {"message": {"body": "It *is*."}}
    )

    message = answer.json["message"]
    assert answer.status_code == 201
    assert (message["author"]["username"], message["mine"]) == ("bob", True)
    assert "<em>is</em>" in message["html"]


def test_a_talk_is_read_page_by_page(program, said, ann, bob):
    for number in range(3):
        write(ann, [bob], f"Number {number}")
    program.acting_for(bob)

    first = program.get(f"{talk(said)}/messages?limit=2").json
    second = program.get(f"{talk(said)}/messages?limit=2&after={first['next']}").json

    bodies = [one["body"] for one in first["messages"] + second["messages"]]
    assert bodies == ["Number 2", "Number 1", "Number 0", "Is the kettle on?"]


def test_what_was_taken_back_nobody_reads(program, said, ann, bob):
    program.acting_for(ann)
    assert program.delete(f"{talk(said)}/messages/{said.id}").status_code == 204

    program.acting_for(bob)
    [one] = program.get(f"{talk(said)}/messages").json["messages"]
    assert (one["body"], one["html"], one["takenBack"]) == ("", "", True)


def test_nobody_takes_back_what_others_said(program, said, bob):
    answer = program.acting_for(bob).delete(f"{talk(said)}/messages/{said.id}")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""),
        ("DELETE", ""),
        ("GET", "/messages"),
        ("POST", "/messages"),
        ("POST", "/read"),
        ("POST", "/mute"),
        ("DELETE", "/mute"),
    ],
)
def test_nobody_looks_into_the_talks_of_others(program, said, cleo, method, path):
    body = {"message": {"body": "Me too"}} if path == "/messages" else None
    sent = body if method == "POST" else None

    answer = program.acting_for(cleo).ask(method, f"{talk(said)}{path}", sent)

    assert answer.status_code == 404


def test_a_talk_is_made_quiet_and_heard_again(program, said, bob):
    program.acting_for(bob)

    program.post(f"{talk(said)}/mute")
    assert side_of(bob, said).is_muted is True

    program.delete(f"{talk(said)}/mute")
    assert side_of(bob, said).is_muted is False


def test_one_leaves(program, said, bob):
    program.acting_for(bob)

    assert program.delete(talk(said)).status_code == 204
    assert program.get("/conversations").json["conversations"] == []


def test_of_who_left_nothing_is_told(program, said, ann, bob):
    ann.withheld_at = now()
    db.session.commit()
    program.acting_for(bob)

    conversation = program.get(talk(said)).json["conversation"]

    assert (conversation["people"], conversation["open"]) == ([], False)
    assert conversation["lastMessage"]["author"] is None


def test_the_list_costs_the_same_however_long_it_is(program, ann):
    for person in strangers(6):
        person.follow(ann)
        db.session.commit()
        write(ann, [person])
    program.acting_for(ann).get("/conversations")

    with queries(at_most=5):
        answer = program.get("/conversations")

    assert len(answer.json["conversations"]) == 6


def test_a_talk_costs_the_same_however_long_it_is(program, said, ann, bob):
    for number in range(8):
        write(ann, [bob], f"Number {number}")
    program.acting_for(bob).get(f"{talk(said)}/messages")

    with queries(at_most=5):
        answer = program.get(f"{talk(said)}/messages")

    assert len(answer.json["messages"]) == 9


def test_who_may_read_messages_writes_none(program, said, bob):
    program.acting_for(bob, ["messages:read"])

    answer = program.post(f"{talk(said)}/messages", {"message": {"body": "No."}})

    assert answer.status_code == 403
