"""Which state of an article a program has seen."""

import pytest

from app.extensions import db
from app.lib.api_slugs import api_slug


@pytest.fixture
def path(revised):
    return f"/articles/{api_slug(revised.slug, revised.id)}"


def test_who_has_seen_it_is_told_so(program, path):
    tag = program.get(path).headers["ETag"]

    assert tag.startswith('"2-')
    assert program.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_a_like_is_news(program, bob, revised, path):
    tag = program.get(path).headers["ETag"]
    bob.like(revised)
    db.session.commit()

    assert program.get(path, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.parametrize(("tag", "code"), [('"1-0"', 412), ('"2-0"', 200), ("*", 200)])
def test_another_state_is_left_alone(program, ann, path, method, tag, code):
    body = {"article": {"body": "Mine."}} if method == "PUT" else None
    seen = {"If-Match": tag}
    answer = program.acting_for(ann).ask(method, path, body, headers=seen)

    assert answer.status_code == (204 if (method, code) == ("DELETE", 200) else code)
