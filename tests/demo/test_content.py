import re
from datetime import UTC, datetime

import pytest

from app.demo import content
from app.models.account import ROLES
from app.models.post import SUMMARY_LONGEST, TITLE_LONGEST
from app.web.assets import STATIC

PEOPLE = content.people()
PIECES = list(content.pieces())
HANDLES = {person.handle for person in PEOPLE}
MIDNIGHT = datetime(2026, 3, 1, tzinfo=UTC)


def voices(comments):
    """Everybody who says something below a post."""
    for comment in comments:
        yield comment["by"]
        yield from voices(comment.get("replies", []))


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.handle)
def test_a_person_follows_only_people_who_live_here(person):
    assert set(person.follows) <= HANDLES - {person.handle}
    assert person.role in ROLES


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.key)
def test_a_post_is_by_somebody_and_so_is_each_comment(piece):
    assert {piece.author, *voices(piece.comments)} <= HANDLES


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.key)
def test_a_post_fits(piece):
    assert len(piece.title) < TITLE_LONGEST
    assert len(piece.summary) < SUMMARY_LONGEST
    assert piece.body.strip()


@pytest.mark.parametrize("piece", PIECES, ids=lambda piece: piece.key)
def test_no_post_is_from_the_future(piece):
    assert piece.published_at(MIDNIGHT) <= MIDNIGHT


def test_every_picture_is_there():
    shown = {path for piece in PIECES for path in re.findall(r"!\[.*?\]\((\S+?)[ )]", piece.body)}

    missing = [p for p in shown if not (STATIC / p.removeprefix("/static/")).is_file()]

    assert not missing


def test_no_two_posts_are_told_apart_by_luck():
    keys = [piece.key for piece in PIECES]

    assert len(keys) == len(set(keys))
    assert max(map(len, keys)) <= 36


def test_no_two_people_share_a_handle():
    assert len(HANDLES) == len(PEOPLE)
