"""Series, by programs."""

import pytest

from app.extensions import db
from app.models import SeriesPart
from tests.fixtures.writing import publish
from tests.support.database import queries
from tests.support.posts import at


@pytest.fixture
def letters(ann):
    """Three articles of Ann's, by their addresses; the last is a draft."""
    posts = [publish(ann, title) for title in ("One", "Two", "Three")]
    posts[2].unpublish()
    db.session.commit()
    return [at(post).removeprefix("/posts/") for post in posts]


@pytest.fixture
def series(program, ann, letters):
    """A series of them, made by Ann's program."""
    given = {"title": "Letters home", "description": "From sea.", "posts": letters}
    answer = program.acting_for(ann).post("/series", {"series": given})
    assert answer.status_code == 201
    return answer.json["series"]


def titles(answer):
    return [post["title"] for post in answer.json["series"]["posts"]]


def change(program, series, **given):
    return program.put(f"/series/{series['slug']}", {"series": given})


def test_a_series_is_begun(series):
    assert series["title"] == "Letters home"
    assert [post["title"] for post in series["posts"]] == ["One", "Two", "Three"]


def test_others_find_what_is_published(program, bob, series):
    answer = program.acting_for(bob).get(f"/series/{series['slug']}")

    assert titles(answer) == ["One", "Two"]


def test_its_posts_are_put_in_order(program, series, letters):
    answer = change(program, series, posts=[letters[1], letters[0]])

    assert titles(answer) == ["Two", "One"]
    assert answer.json["series"]["description"] == "From sea."


def test_what_is_in_the_bin_stays_a_part(program, series, letters):
    program.delete(f"/posts/{letters[0]}")
    assert titles(change(program, series, posts=[letters[1]])) == ["Two"]

    program.post(f"/posts/{letters[0]}/restoration")

    assert titles(program.get(f"/series/{series['slug']}")) == ["Two", "One"]


def test_a_post_says_what_it_is_part_of(program, series, letters):
    name = {"slug": series["slug"], "title": "Letters home"}
    for letter in letters[:2]:
        assert program.get(f"/posts/{letter}").json["post"]["series"] == name


def test_a_post_joins_and_leaves(program, ann, series, essay):
    joins = {"post": {"series": series["slug"]}}
    post = program.put(at(essay), joins).json["post"]
    assert post["series"]["slug"] == series["slug"]

    post = program.put(at(essay), {"post": {"series": None}}).json["post"]

    assert post["series"] is None


def test_posts_of_others_are_none_of_ones_own(program, series, note):
    answer = change(program, series, posts=[at(note).removeprefix("/posts/")])

    assert answer.status_code == 422
    assert list(answer.json["errors"]) == ["posts"]


def test_it_is_taken_apart(program, series, letters):
    assert program.delete(f"/series/{series['slug']}").status_code == 204

    assert program.get(f"/posts/{letters[0]}").json["post"]["series"] is None
    assert not db.session.scalars(db.select(SeriesPart)).all()


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_somebody_elses_is_left_alone(program, bob, series, method):
    body = {"series": {}} if method == "PUT" else None
    path = f"/series/{series['slug']}"

    assert program.acting_for(bob).ask(method, path, body).status_code == 403


def test_who_is_blocked_finds_none(program, ann, eve, series):
    ann.block(eve)
    db.session.commit()

    program.acting_for(eve)
    assert program.get(f"/series/{series['slug']}").status_code == 404
    assert program.get("/profiles/ann/series").status_code == 404


def test_an_empty_one_is_its_authors_alone(program, ann, bob):
    empty = {"series": {"title": "Plans"}}
    program.acting_for(ann).post("/series", empty)
    assert len(program.get("/series").json["series"]) == 1

    theirs = program.acting_for(bob).get("/profiles/ann/series")

    assert theirs.json["series"] == []


@pytest.mark.parametrize("path", ["/series", "/profiles/ann/series"])
def test_a_list_takes_few_statements(program, series, path):
    program.get(path)

    with queries(at_most=3):
        assert program.get(path).json["series"][0]["slug"] == series["slug"]


def test_a_series_takes_few_statements(program, series):
    path = f"/series/{series['slug']}"
    program.get(path)

    with queries(at_most=5):
        program.get(path)
