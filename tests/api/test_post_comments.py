"""Comments below posts of any kind, as threads."""

import pytest

from app.extensions import db
from app.models import Comment
from tests.support.database import changes, queries
from tests.support.posts import at


def say(program, post, body="Yes.", **more):
    return program.post(f"{at(post)}/comments", {"comment": {"body": body, **more}})


@pytest.fixture
def said(cleo, note):
    """What Cleo said below Bob's note."""
    comment = cleo.comment_on(note, "A *raisin*?")
    db.session.commit()
    return comment


@pytest.fixture
def answer(ann, note, said):
    """What Ann answered."""
    comment = ann.comment_on(note, "Indeed.", said)
    db.session.commit()
    return comment


def listed(program, post, asked=""):
    return program.get(f"{at(post)}/comments{asked}").json["comments"]


def test_something_is_said_below_a_note(program, ann, note):
    with changes(Comment, by=1):
        answer = say(program.acting_for(ann), note, "A *bell*.")

    assert answer.status_code == 201
    assert answer.json["comment"]["html"] == "<p>A <em>bell</em>.</p>"


def test_somebody_is_answered(program, ann, note, said):
    answer = say(program.acting_for(ann), note, parentId=said.id)

    assert answer.json["comment"]["parentId"] == said.id


def test_who_is_answered_has_to_be_there(program, ann, essay, said):
    answer = say(program.acting_for(ann), essay, parentId=said.id)

    assert answer.status_code == 422
    assert list(answer.json["errors"]) == ["parentId"]


def test_where_nobody_may_nothing_is_said(program, ann, note):
    note.replies = "nobody"
    db.session.commit()

    assert say(program.acting_for(ann), note).status_code == 403


def test_conversations_are_listed_as_they_are_read(program, note, said, answer, dan):
    other = dan.comment_on(note, "Or a date.")
    db.session.commit()

    found = listed(program, note)

    assert [one["id"] for one in found] == [said.id, answer.id, other.id]
    assert [one["parentId"] for one in found] == [None, said.id, None]


def test_the_list_goes_on(program, note, said, answer, dan):
    dan.comment_on(note, "Or a date.")
    db.session.commit()

    page = program.get(f"{at(note)}/comments?limit=1&sort=newest").json
    [first] = page["comments"]

    assert first["body"] == "Or a date."
    older = listed(program, note, f"?sort=newest&after={page['next']}")
    assert [one["body"] for one in older] == ["A *raisin*?", "Indeed."]


def test_all_answers_are_listed(program, said, answer, dan, note):
    dan.comment_on(note, "Deeper.", answer)
    db.session.commit()
    path = f"/comments/{said.id}/replies"

    page = program.get(f"{path}?limit=1").json
    rest = program.get(f"{path}?limit=1&after={page['next']}").json

    assert [one["body"] for one in page["comments"]] == ["Indeed."]
    assert [one["body"] for one in rest["comments"]] == ["Deeper."]
    assert rest["next"] is None


def test_what_is_taken_back_stands_without_words(program, note, said, answer):
    said.take_back()
    db.session.commit()

    gone, _ = listed(program, note)

    assert (gone["state"], gone["body"], gone["author"]) == ("deleted", "", None)
    assert program.get(f"/comments/{said.id}").status_code == 404


def test_who_is_apart_is_not_read(program, ann, cleo, note, said, answer):
    ann.block(cleo)
    db.session.commit()

    unseen, own = listed(program.acting_for(ann), note)

    assert (unseen["state"], unseen["body"]) == ("unseen", "")
    assert own["state"] == "open"


def test_whom_one_has_muted_is_marked(program, ann, cleo, note, said):
    ann.mute(cleo)
    db.session.commit()

    [muted] = listed(program.acting_for(ann), note)

    assert muted["muted"]


def test_it_is_liked(program, ann, said):
    path = f"/comments/{said.id}/favorite"

    liked = program.acting_for(ann).post(path).json["comment"]
    assert (liked["favorited"], liked["favoritesCount"]) == (True, 1)
    assert program.delete(path).json["comment"]["favoritesCount"] == 0


def test_it_is_hidden_below_ones_own(program, bob, note, said):
    why = {"hiding": {"why": "Unkind"}}
    path = f"/comments/{said.id}/hiding"

    hidden = program.acting_for(bob).post(path, why).json["comment"]
    assert (hidden["state"], hidden["body"]) == ("hidden", "")
    assert program.delete(path).json["comment"]["state"] == "open"


def test_nobody_else_hides_it(program, ann, said):
    answer = program.acting_for(ann).post(f"/comments/{said.id}/hiding")

    assert answer.status_code == 403


@pytest.mark.parametrize("more", ["", "/replies"])
def test_below_what_one_may_not_read_nothing_is(program, ann, note, said, more):
    note.show_to("private")
    db.session.commit()

    answer = program.acting_for(ann).get(f"/comments/{said.id}{more}")

    assert answer.status_code == 404


def test_the_list_takes_few_statements(program, ann, note, said, answer):
    program.acting_for(ann).get(at(note))

    with queries(at_most=4):
        assert len(listed(program, note)) == 2
