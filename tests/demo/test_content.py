import re
from datetime import UTC, datetime

import pytest

from app.demo import content
from app.lib.tags import MOST, normalized, split
from app.models.account import ROLES
from app.models.post import SUMMARY_LONGEST, TITLE_LONGEST
from app.web.assets import STATIC

PEOPLE = content.people()
PIECES = list(content.pieces())
HANDLES = {person.handle for person in PEOPLE}


def voices(comments):
    """Everybody who says something below a post."""
    for comment in comments:
        yield comment["by"]
        yield from voices(comment.get("replies", []))


def test_everybody_follows_people_who_live_here():
    wrong = [
        f"{person.handle} follows {handle}"
        for person in PEOPLE
        for handle in set(person.follows) - HANDLES
        | {person.handle} & set(person.follows)
    ]

    assert not wrong


def test_everybody_has_a_role_that_there_is():
    assert {person.role for person in PEOPLE} <= set(ROLES)


def test_everybody_who_writes_or_comments_lives_here():
    wrong = [
        f"{piece.key}: {handle}"
        for piece in PIECES
        for handle in {piece.author, *voices(piece.comments)} - HANDLES
    ]

    assert not wrong


def test_every_post_fits():
    wrong = [
        piece.key
        for piece in PIECES
        if len(piece.title) >= TITLE_LONGEST
        or len(piece.summary) >= SUMMARY_LONGEST
        or not piece.body.strip()
    ]

    assert not wrong


def test_every_tag_is_one():
    wrong = [
        piece.key
        for piece in PIECES
        if len(split(", ".join(piece.tags))) != len(piece.tags)
        or not all(map(normalized, piece.tags))
        or len(piece.tags) > MOST
    ]

    assert not wrong


@pytest.mark.parametrize("hour", [0, 12, 23])
def test_no_post_is_from_the_future(hour):
    present = datetime(2026, 3, 1, hour, tzinfo=UTC)

    assert max(piece.published_at(present) for piece in PIECES) <= present


def test_every_picture_is_there():
    shown = {
        path
        for piece in PIECES
        for path in re.findall(r"!\[.*?\]\((\S+?)[ )]", piece.body)
    }

    missing = [p for p in shown if not (STATIC / p.removeprefix("/static/")).is_file()]

    assert not missing


def test_a_picture_is_served_where_posts_expect_it(client):
    picture = next(piece for piece in PIECES if "](/static/" in piece.body)
    path = re.search(r"\]\((/static/\S+)", picture.body)[1]

    with client.get(path) as answer:
        assert answer.mimetype.startswith("image/")


def test_no_two_posts_are_told_apart_by_luck():
    keys = [piece.key for piece in PIECES]

    assert len(keys) == len(set(keys))
    assert max(map(len, keys)) <= 36


def test_no_two_people_share_a_handle():
    assert len(HANDLES) == len(PEOPLE)
