"""Likes, bookmarks and reposts of posts of any kind."""

import pytest

from app.extensions import db
from app.models import Bookmark, Like, Repost
from tests.fixtures.writing import publish
from tests.support.database import changes, queries
from tests.support.posts import at

MARKS = {
    "favorite": ("favorited", Like),
    "bookmark": ("bookmarked", Bookmark),
    "repost": ("reposted", Repost),
}


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_made_once(program, ann, note, mark):
    name, table = MARKS[mark]
    program.acting_for(ann).post(f"{at(note)}/{mark}")

    with changes(table, by=0):
        answer = program.post(f"{at(note)}/{mark}")

    assert answer.json["post"][name]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_taken_back(program, ann, note, mark):
    name, _ = MARKS[mark]
    program.acting_for(ann).post(f"{at(note)}/{mark}")

    answer = program.delete(f"{at(note)}/{mark}")

    assert not answer.json["post"][name]


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_what_one_may_not_read_gets_none(program, bob, draft, mark, method):
    answer = program.acting_for(bob).ask(method, f"{at(draft)}/{mark}")

    assert answer.status_code == 404


def test_a_repost_may_say_something(program, ann, note):
    remark = {"repost": {"remark": "*Yes.*"}}
    program.acting_for(ann).post(f"{at(note)}/repost", remark)

    assert db.session.scalar(db.select(Repost.remark)) == "*Yes.*"


def test_ones_own_is_not_reposted(program, bob, note):
    answer = program.acting_for(bob).post(f"{at(note)}/repost")

    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("mark", "path"), [("favorite", "/favorites"), ("bookmark", "/bookmarks")]
)
def test_what_was_marked_is_listed(program, ann, bob, essay, note, mark, path):
    program.acting_for(bob)
    program.post(f"{at(essay)}/{mark}")
    program.post(f"{at(note)}/{mark}")

    page = program.get(f"{path}?limit=1").json
    older = program.get(f"{path}?after={page['next']}").json

    assert [post["type"] for post in page["posts"]] == ["note"]
    assert [post["type"] for post in older["posts"]] == ["article"]


@pytest.mark.parametrize("path", ["/favorites", "/bookmarks"])
def test_what_may_not_be_read_any_more_is_not(program, ann, bob, essay, path):
    bob.like(essay)
    bob.save(essay)
    essay.show_to("private")
    db.session.commit()

    assert program.acting_for(bob).get(path).json["posts"] == []


@pytest.mark.parametrize("path", ["/favorites", "/bookmarks", "/notes"])
def test_a_list_takes_few_statements(program, ann, bob, path):
    for number in range(3):
        post = publish(ann, body=f"Note {number}.")
        bob.like(post)
        bob.save(post)
    db.session.commit()
    program.acting_for(bob).get(path)

    with queries(at_most=4):
        assert len(program.get(path).json["posts"]) == 3
