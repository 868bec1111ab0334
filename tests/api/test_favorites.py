"""Liking articles, by the RealWorld contract."""

import pytest

from app.models import Like
from tests.support.database import changes
from tests.support.realworld import write


@pytest.fixture
def path(program, ann):
    return f"/articles/{write(program.acting_for(ann))['slug']}"


@pytest.mark.parametrize("times", [1, 2])
def test_it_counts_once(program, path, bob, times):
    program.acting_for(bob)

    for _ in range(times):
        article = program.post(f"{path}/favorite").json["article"]

    assert (article["favorited"], article["favoritesCount"]) == (True, 1)
    assert program.get(path).json["article"] == article


def test_it_is_taken_back(program, path, bob):
    program.acting_for(bob).post(f"{path}/favorite")

    answer = program.delete(f"{path}/favorite")

    article = answer.json["article"]
    assert answer.status_code == 200
    assert (article["favorited"], article["favoritesCount"]) == (False, 0)


def test_one_may_like_ones_own(program, path):
    assert program.post(f"{path}/favorite").json["article"]["favorited"] is True


def test_others_see_the_number_alone(program, path, bob):
    program.acting_for(bob).post(f"{path}/favorite")

    article = program.get(path, headers={"Authorization": ""}).json["article"]

    assert (article["favorited"], article["favoritesCount"]) == (False, 1)


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_what_is_not_there_is_not_liked(program, bob, method):
    with changes(Like, by=0):
        answer = program.acting_for(bob).ask(method, "/articles/unknown/favorite")

    assert answer.status_code == 404
    assert answer.json == {"errors": {"article": ["not found"]}}
