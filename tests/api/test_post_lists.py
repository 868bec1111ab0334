"""One's own posts, by programs."""

from datetime import timedelta

import pytest

from app.api.shapes import moment
from app.models.columns import now
from tests.support.database import queries
from tests.support.posts import write

STATES = ["draft", "scheduled", "published", "binned"]


@pytest.fixture
def shelf(program, ann, bob, note):
    """One article of Ann's in each state, a note, and a note of Bob's."""
    program.acting_for(ann)
    later = moment(now() + timedelta(days=1))
    more = {"scheduled": {"publishAt": later}, "draft": {"status": "draft"}}
    for state in STATES:
        post = write(program, title=state, **more.get(state, {})).json["post"]
    program.delete(f"/posts/{post['slug']}")
    write(program, status="draft")


def titles(program, asked=""):
    return [post["title"] for post in program.get(f"/posts{asked}").json["posts"]]


def test_ones_own_are_listed_newest_first(program, shelf):
    assert titles(program) == ["", "published", "scheduled", "draft"]


@pytest.mark.parametrize("state", STATES)
def test_the_list_is_narrowed_to_a_state(program, shelf, state):
    assert titles(program, f"?status={state}&type=article") == [state]


def test_the_list_is_narrowed_to_notes(program, shelf):
    assert titles(program, "?type=note") == [""]


def test_the_list_goes_on(program, shelf):
    first = program.get("/posts?limit=3")
    rest = program.get(f"/posts?limit=3&after={first.json['next']}")

    assert first.headers["Link"].endswith('>; rel="next"')
    assert [post["title"] for post in rest.json["posts"]] == ["draft"]
    assert rest.json["next"] is None


def test_the_list_takes_few_statements(program, shelf):
    with queries(at_most=4):
        program.get("/posts")
