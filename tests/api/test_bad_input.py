"""Whatever is sent, no crash, nobody else’s things, and the shape that is promised.

Each answer goes through ``program``, which compares it with the document: its status,
its type and its shape.
"""

from datetime import timedelta

import pytest

from app.extensions import db
from app.lib.api_slugs import api_slug
from app.models import AccessToken
from app.models.access_token import PERSONAL, Scope
from app.models.columns import now
from tests.support.bad_input import BODIES, filled, operations, wrong_bodies

JSON = {"Content-Type": "application/json"}


@pytest.fixture(autouse=True)
def without_limits(app, monkeypatch):
    """Let everything come through that would be one too many."""
    for limit in ("API_LIMIT", "API_VISITOR_LIMIT"):
        monkeypatch.setitem(app.config, limit, "off")


@pytest.fixture
def places(ann, essay):
    return {"slug": api_slug(essay.slug, essay.id)}


@pytest.fixture
def takers(document, places):
    """Every operation that takes JSON, by method and address."""
    return {
        (method, filled(path, **places)): operation
        for method, path, operation in operations(document)
        if "application/json" in operation.get("requestBody", {}).get("content", {})
    }


def issued(person, scopes=Scope, **more):
    row, token = AccessToken.issue(person, PERSONAL, "A test", scopes, **more)
    db.session.commit()
    return row, token


def test_no_value_of_any_field_breaks_anything(program, ann, takers, document):
    program.acting_for(ann)

    for (method, path), operation in takers.items():
        for body in wrong_bodies(operation, document):
            answer = program.ask(method, path, body)
            assert answer.status_code < 500, (method, path, body)


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_no_body_breaks_anything(program, ann, takers, body):
    program.acting_for(ann)

    for method, path in takers:
        answer = program.ask(method, path, data=body, headers=JSON)
        assert answer.status_code < 500, (method, path)


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "text/json;x", "multipart/form-data", "x", "application/"],
)
def test_no_other_kind_of_body_is_read(program, ann, takers, kind):
    program.acting_for(ann)

    for method, path in takers:
        answer = program.ask(method, path, data=b"{}", headers={"Content-Type": kind})
        assert answer.status_code == 415, (method, path)


def test_no_question_breaks_anything(program, ann, document, places):
    program.acting_for(ann)
    found = list(operations(document))

    for value in ("", "-1", "1e9", "%00", "%ff", "\u0660", "x" * 3_000, "[]"):
        for method, path, operation in found:
            if asked := [one["name"] for one in operation.get("parameters", ())]:
                query = "&".join(f"{name}={value}" for name in asked)
                answer = program.ask(method, f"{filled(path, **places)}?{query}")
                assert answer.status_code < 500, (method, path, value)


@pytest.mark.parametrize(
    "place", ["0", "-1", "9" * 40, "%00", "%ff", "..%2f", "x" * 900, "\u0660"]
)
def test_no_address_breaks_anything(program, ann, document, place):
    program.acting_for(ann)

    for method, path, _ in operations(document):
        if "{" in path:
            for part in (one for one in path.split("/") if one.startswith("{")):
                asked = filled(path.replace(part, place))
                answer = program.client.open(
                    f"/api{asked}", method=method, headers=program.headers
                )
                assert answer.status_code < 500, (method, asked)
                assert answer.is_json or not answer.data, (method, asked)


def bad_tokens(ann):
    """Everything that is shown in place of a token."""
    row, good = issued(ann)
    revoked, was_good = issued(ann)
    db.session.delete(revoked)
    late, expired = issued(ann)
    late.expires_at = now() - timedelta(seconds=1)
    db.session.commit()
    yield from (f"Token {was_good}", f"Bearer {expired}", f"Bearer {good}x")
    yield from (f"Token {good},Token {good}", f"Basic {good}", f"Token{good}", good)
    yield from ("Bearer", "Token  ", "Bearer \x7f", f"Bearer {good} {good}", "Ä" * 9)
    yield from (f"Bearer {row.id}", "Bearer " + "x" * 9_000, "Digest a=b", "null")


def test_nothing_but_a_token_is_a_token(program, ann, document, places):
    wrong = list(bad_tokens(ann))

    for method, path, _ in operations(document):
        for shown in wrong:
            program.headers = {"Authorization": shown}
            answer = program.ask(method, filled(path, **places))
            assert answer.status_code == 401, (method, path, shown)


def test_a_token_without_the_scope_does_nothing(program, ann, document, places):
    for method, path, operation in operations(document):
        needed = {one for way in operation["security"] for one in way.get("token", ())}
        if needed:
            program.acting_for(ann, set(map(str, Scope)) - needed)
            answer = program.ask(method, filled(path, **places))
            assert answer.status_code == 403, (method, path)
            assert needed.pop() in answer.headers["WWW-Authenticate"]
