"""What the moderators are told of."""

import pytest

from app.extensions import db
from app.lib.api_slugs import api_slug
from app.models import Report
from tests.fixtures.writing import publish
from tests.support.database import changes
from tests.support.talks import write


def report(program, **given):
    said = {"reason": "spam", **given}
    return program.post("/reports", {"report": said})


def slug_of(post):
    return api_slug(post.slug, post.id)


def test_a_post_is_reported(program, bob, essay):
    program.acting_for(bob)

    with changes(Report, by=1):
        answer = report(program, about="post", slug=slug_of(essay), words="Buy tides!")

    assert answer.status_code == 201
    assert answer.json["report"]["words"] == "Buy tides!"


def test_a_profile_is_reported(program, bob, ann):
    answer = report(program.acting_for(bob), about="profile", username="ann")
    assert answer.json["report"]["about"] == "profile"


def test_a_comment_and_a_message_are_reported(program, ann, bob, essay):
    said = bob.comment_on(essay, "Bah.")
    ann.follow(bob)
    db.session.commit()
    written = write(bob, [ann], "Bah!")
    program.acting_for(ann)

    for about, thing in (("comment", said), ("message", written)):
        assert report(program, about=about, id=thing.id).status_code == 201


def test_twice_the_same_is_once(program, bob, essay):
    program.acting_for(bob)
    first = report(program, about="post", slug=slug_of(essay))

    with changes(Report, by=0):
        second = report(program, about="post", slug=slug_of(essay))

    assert second.json == first.json


def test_something_else_of_it_waits_until_somebody_has_looked(program, bob, essay):
    program.acting_for(bob)
    report(program, about="post", slug=slug_of(essay))

    answer = report(program, about="post", slug=slug_of(essay), reason="illegal")

    assert answer.status_code == 409


def test_nobody_reports_themself(program, ann, essay):
    program.acting_for(ann)

    assert report(program, about="post", slug=slug_of(essay)).status_code == 404
    assert report(program, about="profile", username="ann").status_code == 404


def test_what_one_does_not_see_one_does_not_report(program, ann, bob, eve):
    hidden = publish(ann, "Private", to="private")
    ann.follow(bob)
    ann.block(eve)
    db.session.commit()
    written = write(bob, [ann])
    program.acting_for(eve)

    assert report(program, about="post", slug=slug_of(hidden)).status_code == 404
    assert report(program, about="profile", username="ann").status_code == 404
    assert report(program, about="message", id=written.id).status_code == 404


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"about": "site", "slug": "x"}, "about"),
        ({"about": "post"}, "slug"),
        ({"about": "post", "slug": 7}, "slug"),
        ({"about": "profile", "id": 7}, "username"),
        ({"about": "comment", "id": "7"}, "id"),
        ({"about": "comment", "id": 2**63}, "id"),
        ({"about": "profile", "username": "ann", "reason": "dislike"}, "reason"),
        ({"about": "profile", "username": "ann", "reason": "other"}, "words"),
        ({"about": "profile", "username": "ann", "words": "x" * 2_001}, "words"),
        ({"about": "profile", "username": "ann", "why": "x"}, "why"),
    ],
)
def test_what_is_wrong_with_a_report_is_said(program, ann, bob, given, field):
    answer = report(program.acting_for(bob), **given)

    assert answer.status_code == 422
    assert field in answer.json["errors"]


def test_a_token_for_reading_reports_nothing(program, ann, bob):
    program.acting_for(bob, ["people:read", "posts:read"])
    assert report(program, about="profile", username="ann").status_code == 403
