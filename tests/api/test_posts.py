"""Posts of any kind, by programs."""

from datetime import timedelta

import pytest

from app.api.shapes import moment
from app.extensions import db
from app.models import Post
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.database import changes, queries
from tests.support.posts import at, change, write


def test_without_a_title_it_is_a_note(program, ann):
    answer = write(program.acting_for(ann))

    post = answer.json["post"]
    assert answer.status_code == 201
    assert (post["type"], post["status"], post["title"]) == ("note", "published", "")


def test_all_that_a_sheet_has_is_taken(program, ann, heron):
    given = {
        "title": "The tide tables",
        "description": "On waiting.",
        "tagList": ["sea"],
        "visibility": "unlisted",
        "replies": "followers",
        "closeCommentsAfterDays": 7,
        "language": "de",
        "canonicalUrl": "https://example.org/tides",
        "showsHistory": True,
    }
    post = write(program.acting_for(ann), **given).json["post"]

    assert {name: post[name] for name in given} == given


def test_a_cover_of_ones_own_stands_above_it(program, ann, heron):
    cover = {"name": heron.name, "alt": "A heron", "caption": "At the lock"}
    post = write(program.acting_for(ann), cover=cover).json["post"]

    assert {name: post["cover"][name] for name in cover} == cover


def test_a_picture_of_somebody_else_is_none_of_ones_own(program, bob, heron):
    answer = write(program.acting_for(bob), cover={"name": heron.name})

    assert answer.status_code == 422
    assert answer.json["errors"] == {"cover": ["is no picture of yours"]}


def test_a_draft_is_for_its_author_alone(program, ann, bob):
    draft = write(program.acting_for(ann), title="Draft", status="draft").json["post"]

    path = f"/posts/{draft['slug']}"
    assert draft["status"] == "draft"
    assert program.get(path).status_code == 200
    assert program.acting_for(bob).get(path).status_code == 404


def test_a_draft_keeps_its_address_when_it_is_published(program, ann):
    draft = write(program.acting_for(ann), title="Draft", status="draft").json["post"]
    path = f"/posts/{draft['slug']}"

    published = change(program, path, status="published").json["post"]

    assert published["slug"] != draft["slug"]
    assert program.get(path).json["post"] == published


def test_what_has_a_time_waits_for_it(program, ann):
    tomorrow = moment(now() + timedelta(days=1))
    post = write(program.acting_for(ann), publishAt=tomorrow).json["post"]

    assert post["status"] == "scheduled"
    assert post["publishedAt"] == tomorrow


def test_it_waits_for_another_time_or_for_none(program, ann):
    first, then = (moment(now() + timedelta(days=days)) for days in (1, 2))
    post = write(program.acting_for(ann), publishAt=first).json["post"]
    path = f"/posts/{post['slug']}"

    moved = change(program, path, publishAt=then).json["post"]
    assert moved["publishedAt"] == then
    assert change(program, path, publishAt=None).json["post"]["status"] == "draft"
    assert (
        change(program, path, status="published").json["post"]["status"] == "published"
    )


def test_what_is_taken_back_is_a_draft(program, ann, essay):
    post = change(program.acting_for(ann), at(essay), status="draft").json["post"]

    assert post["status"] == "draft"
    assert program.get(f"/articles/{post['slug']}").status_code == 404


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"body": " "}, "body"),
        ({"body": "", "status": "draft"}, "body"),
        ({"publishAt": "2020-01-01T00:00:00Z"}, "publishAt"),
        ({"publishAt": "2999-01-01T00:00:00Z"}, "publishAt"),
        ({"publishAt": "2026-12-01T00:00:00"}, "publishAt"),
        ({"publishAt": "2030-01-01T00:00:00Z", "status": "draft"}, "publishAt"),
        ({"slug": "feed"}, "slug"),
        ({"slug": "?"}, "slug"),
        ({"slug": "the-tide-tables"}, "slug"),
        ({"canonicalUrl": "example.org"}, "canonicalUrl"),
        ({"series": "letters-100c"}, "series"),
        ({"showsHistory": "yes"}, "showsHistory"),
        ({"visibility": "all"}, "visibility"),
        ({"language": "xx"}, "language"),
        ({"colour": "red"}, "colour"),
        ({"version": 1}, "version"),
    ],
)
def test_what_cannot_be_is_refused(program, ann, essay, given, field):
    program.acting_for(ann)

    with changes(Post, by=0):
        answer = write(program, **given)

    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]


def test_what_is_not_named_stays(program, ann, essay):
    before = program.acting_for(ann).get(at(essay)).json["post"]
    after = change(program, at(essay), description="On tides.").json["post"]

    assert after["description"] == "On tides."
    assert (after["title"], after["body"]) == (before["title"], before["body"])
    assert after["version"] == before["version"] + 1


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_post_of_somebody_else_is_left_alone(program, bob, essay, method):
    body = {"post": {}} if method == "PUT" else None
    answer = program.acting_for(bob).ask(method, at(essay), body)

    assert answer.status_code == 403
    assert answer.json["errors"] == {"post": ["forbidden"]}


def test_who_is_not_confirmed_keeps_a_draft(program, zoe, app, monkeypatch):
    monkeypatch.setitem(app.config, "CAN_SEND_MAIL", True)
    program.acting_for(zoe)

    assert write(program).status_code == 403
    draft = write(program, status="draft")
    assert draft.status_code == 201
    path = f"/posts/{draft.json['post']['slug']}"
    assert change(program, path, status="published").status_code == 403


def test_a_note_is_read_by_everybody(program, note):
    answer = program.get(at(note))

    assert answer.json["post"]["body"] == "A raisin in the bell."
    assert answer.json["post"]["type"] == "note"


def test_what_is_for_followers_is_for_nobody_else(program, ann, bob, cleo):
    post = publish(ann, "Near", to="followers")
    bob.follow(ann)
    db.session.commit()

    assert program.get(at(post)).status_code == 404
    assert program.acting_for(cleo).get(at(post)).status_code == 404
    assert program.acting_for(bob).get(at(post)).status_code == 200


def test_who_is_blocked_finds_nothing(program, ann, eve, essay):
    ann.block(eve)
    db.session.commit()

    assert program.acting_for(eve).get(at(essay)).status_code == 404


def test_a_post_takes_few_statements(program, bob, essay):
    program.acting_for(bob).get(at(essay))

    with queries(at_most=4):
        program.get(at(essay))


def test_a_look_keeps_nothing(program, ann):
    program.acting_for(ann)

    with changes(Post, by=0):
        answer = program.post("/previews", {"preview": {"body": "*Soon.*"}})

    assert "<em>Soon.</em>" in answer.json["preview"]["html"]
