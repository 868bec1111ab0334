"""Earlier texts of posts, and pins, by programs."""

import pytest

from app.lib.api_slugs import api_slug


@pytest.fixture
def path(revised):
    return f"/posts/{api_slug(revised.slug, revised.id)}"


def test_the_texts_of_a_post_are_listed(program, ann, path):
    answer = program.acting_for(ann).get(f"{path}/revisions?limit=1")

    assert [text["number"] for text in answer.json["revisions"]] == [2]
    assert answer.json["next"]


def test_an_earlier_text_is_whole(program, ann, path):
    text = program.acting_for(ann).get(f"{path}/revisions/1").json["revision"]

    assert text["body"] == "High water *again*."


def test_an_earlier_text_comes_back(program, ann, path):
    program.acting_for(ann)
    post = program.post(f"{path}/revisions/1/restoration").json["post"]

    assert post["body"] == "High water *again*."
    newest = program.get(f"{path}/revisions/3").json["revision"]
    assert newest["restoredFrom"] == 1


@pytest.mark.parametrize("more", ["", "/1"])
def test_they_are_their_authors_alone(program, bob, path, more):
    answer = program.acting_for(bob).get(f"{path}/revisions{more}")

    assert answer.status_code == 403


def test_no_other_number_is_known(program, ann, path):
    answer = program.acting_for(ann).get(f"{path}/revisions/9")

    assert answer.status_code == 404
    assert answer.json["errors"] == {"revision": ["not found"]}


def test_a_pin_is_set_and_taken(program, ann, path):
    program.acting_for(ann)

    assert program.post(f"{path}/pin").json["post"]["pinned"]
    assert not program.delete(f"{path}/pin").json["post"]["pinned"]


def test_a_draft_is_not_pinned(program, ann, draft):
    path = f"/posts/{api_slug(draft.slug, draft.id)}/pin"
    answer = program.acting_for(ann).post(path)

    assert answer.status_code == 409
