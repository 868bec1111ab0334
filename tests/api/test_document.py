"""The OpenAPI document: all of the API, and nothing but that."""

import re

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from app.api.blueprint import _METHODS
from app.web.access import is_public


@pytest.fixture
def data(document):
    return document.data


@pytest.fixture
def operations(data):
    """Every operation by its method and address."""
    return {
        (method, path): operation
        for path, known in data["paths"].items()
        for method, operation in known.items()
        if method in _METHODS
    }


def routed(app):
    """The view of each method and address below /api."""
    return {
        (
            method.lower(),
            re.sub(r"<(?:[^>]+:)?(\w+)>", r"{\1}", rule.rule),
        ): rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }


def bodies(operation):
    """What goes in and what comes out, but for failures."""
    told = [operation.get("requestBody", {}), *operation["responses"].values()]
    kinds = [body.get("content", {}) for body in told]
    return [kind["application/json"] for kind in kinds if "application/json" in kind]


def whole(schema, data):
    return {**schema, "components": data["components"]}


def test_a_validator_that_is_not_ours_finds_nothing_wrong(data):
    validate(data)


def test_every_address_is_described_and_no_other(app, operations):
    assert operations.keys() == routed(app).keys()


def test_every_operation_has_a_name_of_its_own(operations):
    names = [operation["operationId"] for operation in operations.values()]

    assert len(set(names)) == len(names)


def test_every_chapter_says_what_it_is_about(data, operations):
    described = {tag["name"] for tag in data["tags"] if tag["description"]}
    named = {tag for operation in operations.values() for tag in operation["tags"]}

    assert named <= described


def test_every_operation_says_what_it_does_and_answers(operations):
    for where, operation in operations.items():
        codes = operation["responses"]
        done = [codes[code] for code in codes if code < "300"]
        assert operation["summary"].endswith("."), where
        assert all("content" in answer for answer in done) or "204" in codes, where


def test_every_operation_says_what_may_go_wrong(operations):
    for where, operation in operations.items():
        asked = {"400", "401", "403", "406", "429", "500", "503"}
        if "application/json" in operation.get("requestBody", {}).get("content", {}):
            asked |= {"413", "415", "422"}
        if "{" in where[1]:
            asked |= {"404"}
        missing = asked - operation["responses"].keys()
        assert not missing, f"{where}: say @bp.fails({', '.join(missing)})"


def test_the_document_asks_for_what_the_views_ask_for(app, operations):
    for where, endpoint in routed(app).items():
        scope = getattr(app.view_functions[endpoint], "scope", None)
        said = operations[where]["security"]
        scopes = {one for way in said for one in way.get("token", ())}
        assert ({} in said) is is_public(endpoint), where
        assert scopes == ({str(scope)} if scope else set()), where


def test_every_example_is_what_its_schema_says(data, operations):
    for where, operation in operations.items():
        for body in bodies(operation):
            judge = Draft202012Validator(whole(body["schema"], data))
            assert [error.message for error in judge.iter_errors(body["example"])] == []
            assert "…" not in str(body["example"].get("next", "")), where


def test_every_failure_has_an_example_of_itself(data):
    for name, answer in data["components"]["responses"].items():
        for body in answer["content"].values():
            judge = Draft202012Validator(whole(body["schema"], data))
            assert list(judge.iter_errors(body["example"])) == [], name


def test_everything_that_can_be_asked_is_explained(operations):
    silent = {
        f"{method} {path}: {asked['name']}"
        for (method, path), operation in operations.items()
        for asked in operation.get("parameters", ())
        if not asked.get("description")
    }

    assert silent == set(), "give the field metadata, or see app/api/finish.py"
