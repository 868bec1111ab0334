"""What one said below posts, changed and taken back."""

import pytest

from app.extensions import db


@pytest.fixture
def said(cleo, note):
    """What Cleo said below Bob's note."""
    comment = cleo.comment_on(note, "A *raisin*?")
    db.session.commit()
    return comment


def test_other_words_replace_it(program, cleo, said):
    change = {"comment": {"body": "A fig?", "version": 1}}
    answer = program.acting_for(cleo).put(f"/comments/{said.id}", change)

    assert answer.json["comment"]["version"] == 2


def test_over_other_words_both_are_kept(program, cleo, said):
    said.change("A date?")
    db.session.commit()
    change = {"comment": {"body": "A fig?", "version": 1}}

    answer = program.acting_for(cleo).put(f"/comments/{said.id}", change)

    assert answer.status_code == 409
    assert answer.json["comment"]["body"] == "A date?"


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_somebody_elses_is_left_alone(program, ann, said, method):
    body = {"comment": {"body": "No."}} if method == "PUT" else None
    answer = program.acting_for(ann).ask(method, f"/comments/{said.id}", body)

    assert answer.status_code == 403


def test_it_is_taken_back_and_comes_back(program, cleo, said):
    path = f"/comments/{said.id}"
    assert program.acting_for(cleo).delete(path).status_code == 204
    assert program.get(path).json["comment"]["state"] == "deleted"

    back = program.post(f"{path}/restoration").json["comment"]

    assert (back["state"], back["body"]) == ("open", "A *raisin*?")
