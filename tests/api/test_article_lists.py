"""Lists of articles by the RealWorld contract."""

import pytest

from app.extensions import db
from tests.support.database import statements
from tests.support.realworld import IN_LIST, write


@pytest.fixture
def three(program, ann):
    """Three articles by ann, the newest first."""
    program.acting_for(ann)
    return [
        write(program, title=f"Nr. {n}", tagList=["n", f"n{n}"]) for n in (3, 2, 1)
    ][::-1]


def titles(answer):
    return [article["title"] for article in answer.json["articles"]]


def test_the_newest_comes_first_and_without_its_text(program, three):
    answer = program.get("/articles")

    assert titles(answer) == ["Nr. 1", "Nr. 2", "Nr. 3"]
    assert answer.json["articlesCount"] == 3
    assert answer.json["articles"][0].keys() == IN_LIST


def test_a_page_is_cut_from_what_is_counted_whole(program, three):
    answer = program.get("/articles?limit=1&offset=1")

    assert titles(answer) == ["Nr. 2"]
    assert answer.json["articlesCount"] == 3


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tag=n2", ["Nr. 2"]),
        ("tag=N2", ["Nr. 2"]),
        ("author=ann&tag=n", ["Nr. 1", "Nr. 2", "Nr. 3"]),
        ("author=Ann&limit=1", ["Nr. 1"]),
        ("author=bob", []),
        ("author=nobody", []),
        ("tag=nothing", []),
        ("tag=%00", []),
        ("author=%00", []),
        ("favorited=bob", ["Nr. 2"]),
        ("favorited=bob&author=bob", []),
        ("favorited=nobody", []),
    ],
)
def test_it_is_narrowed_to_what_fits(program, three, bob, query, found):
    program.acting_for(bob).post(f"/articles/{three[1]['slug']}/favorite")

    answer = program.get(f"/articles?{query}")

    assert titles(answer) == found
    assert answer.json["articlesCount"] >= len(found)


def test_notes_are_no_articles(program, bob, note):
    assert titles(program.get("/articles")) == []


@pytest.mark.parametrize("visibility", ["unlisted", "private", "followers"])
def test_what_is_not_for_everybody_is_not_listed(program, bob, essay, visibility):
    essay.show_to(visibility)
    db.session.commit()

    assert program.get("/articles").json["articlesCount"] == 0
    assert program.acting_for(bob).get("/articles").json["articlesCount"] == 0


def test_followers_find_what_is_for_them(program, ann, bob, essay):
    essay.show_to("followers")
    bob.follow(ann)
    db.session.commit()

    found = titles(program.acting_for(bob).get("/articles?author=ann"))

    assert found == [essay.title]


@pytest.mark.parametrize("verb", ["block", "mute"])
def test_nobody_finds_whom_they_do_not_want_to_hear(program, ann, bob, essay, verb):
    getattr(bob, verb)(ann)
    db.session.commit()

    assert titles(program.acting_for(bob).get("/articles")) == []


@pytest.mark.parametrize("query", ["limit=-1", "limit=x", "offset=-1", "limit=1000"])
def test_what_is_no_number_of_rows_is_refused(program, query):
    answer = program.get(f"/articles?{query}")

    assert answer.status_code == 422
    assert answer.json["errors"].keys() == {query.partition("=")[0]}


@pytest.mark.parametrize("query", ["", "?tag=n", "?author=ann", "?favorited=ann"])
def test_a_list_costs_a_statement_and_one_for_who_asks(program, three, bob, query):
    nobody = {"Authorization": ""}
    for headers in (nobody, {}):
        program.get(f"/articles{query}", headers=headers)

    with statements() as by_visitor:
        program.get(f"/articles{query}", headers=nobody)
    with statements() as by_member:
        program.get(f"/articles{query}")

    assert (len(by_visitor), len(by_member)) == (1, 2)


def test_the_number_is_right_whatever_was_counted_before(program, three):
    program.get("/articles")

    program.delete(f"/articles/{three[0]['slug']}")

    assert program.get("/articles").json["articlesCount"] == 2


def test_the_feed_of_somebody_new_is_empty(program, bob, essay):
    answer = program.acting_for(bob).get("/articles/feed")

    assert answer.json == {"articles": [], "articlesCount": 0}


def test_the_feed_brings_those_whom_one_follows(program, three, ann, bob, cleo):
    write(program.acting_for(cleo), title="Of nobody")
    program.acting_for(bob).post("/profiles/ann/follow")

    answer = program.get("/articles/feed?limit=2")

    assert titles(answer) == ["Nr. 1", "Nr. 2"]
    assert answer.json["articlesCount"] == 3
    assert answer.json["articles"][0]["author"]["following"] is True


def test_the_feed_costs_two_statements(program, three, bob):
    program.acting_for(bob).post("/profiles/ann/follow")
    program.get("/articles/feed")

    with statements() as asked:
        program.get("/articles/feed")

    assert len(asked) == 2
