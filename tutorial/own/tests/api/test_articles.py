"""The same texts as data, in the shape of the RealWorld contract."""

import re

import pytest

from app.extensions import db
from app.models import Post
from tests.fixtures.writing import publish
from tests.support.database import changes, queries

NEW = {"article": {"title": "Chains", "description": "-", "body": "Oil *them*."}}
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
IN_LIST = {
    *("slug", "title", "description", "tagList", "createdAt", "updatedAt"),
    *("favorited", "favoritesCount", "author"),
}


@pytest.fixture
def found(stranger, essay):
    listed = stranger.get("/api/articles").json["articles"]
    return stranger.get(f"/api/articles/{listed[0]['slug']}")


def test_a_list_has_articles_without_their_text(stranger, essay):
    said = stranger.get("/api/articles").json

    assert said["articlesCount"] == 1
    assert set(said["articles"][0]) == IN_LIST


def test_an_article_has_its_text(found):
    article = found.json["article"]

    assert (article["title"], article["body"]) == (
        "The tide tables",
        "High water again.",
    )
    assert article["author"]["username"] == "ann"
    assert re.fullmatch(TIME, article["createdAt"])


def test_notes_and_drafts_are_no_articles(stranger, ann, draft):
    publish(ann, body="A note.")

    assert stranger.get("/api/articles").json["articles"] == []


def test_a_list_is_cut_and_counted(stranger, ann, bob):
    for number in range(3):
        publish(ann, f"Number {number}")
    publish(bob, "Of Bob")
    said = stranger.get("/api/articles?author=Ann&limit=2&offset=1").json

    assert [one["title"] for one in said["articles"]] == ["Number 1", "Number 0"]
    assert said["articlesCount"] == 3


def test_a_list_costs_the_same_however_long(program, ann):
    for number in range(5):
        publish(ann, f"Number {number}")

    with queries(at_most=4):
        program.get("/api/articles")


def test_a_program_sees_whom_its_person_follows(program, ann, bob, essay):
    bob.follow(ann)
    db.session.commit()

    said = program.get("/api/articles").json
    assert said["articles"][0]["author"]["following"] is True


def test_what_a_program_publishes_is_on_the_page(program, browser, bob):
    with changes(Post, by=1):
        answer = program.post("/api/articles", NEW)

    assert answer.status_code == 201
    assert answer.json["article"]["slug"].startswith("chains-")
    assert browser.visit("/@bob/chains").text(".prose em") == "them"


def test_the_same_title_twice_is_two_articles(program):
    first = program.post("/api/articles", NEW).json["article"]
    second = program.post("/api/articles", NEW).json["article"]

    assert first["slug"] != second["slug"]


def test_who_has_it_already_is_not_sent_it_again(stranger, found):
    again = stranger.get(found.request.path, **{"If-None-Match": found.headers["ETag"]})

    assert again.status_code == 304
    assert again.data == b""
