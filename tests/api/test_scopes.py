"""Which token opens which door: every route below /api that asks for a scope."""

import re

import pytest

from app.models.access_token import SIGN_IN, Scope
from app.web.access import is_public

#: What may stand in the places of an address, where most likely nothing is.
SAMPLES = ("nothing", "4711", "a" * 26, "480.webp")


def doors(app):
    """Every route that asks for a scope: its method, address, view and scope."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if rule.rule.startswith("/api/") and hasattr(view, "scope"):
            for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
                yield method, _address(rule), rule.endpoint, view.scope


def _address(rule):
    """The address of ``rule`` with something that fits in each of its places."""
    places = {name: _sample(one) for name, one in rule._converters.items()}
    _, path = rule.build(places)
    return path.removeprefix("/api")


def _sample(converter):
    offered = (*getattr(converter, "items", ()), *SAMPLES)
    fits = (one for one in offered if re.fullmatch(converter.regex, one))
    return converter.to_python(next(fits))


@pytest.fixture
def all_doors(app):
    return list(doors(app))


def test_whatever_acts_for_a_person_asks_for_a_scope(app):
    bare = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/")
        and not is_public(rule.endpoint)
        and not hasattr(app.view_functions[rule.endpoint], "scope")
    }
    assert not bare, f"{bare}: say @needs(Scope.…)"


def test_without_a_token_they_are_shut(program, all_doors):
    answers = {
        (method, path): program.ask(method, path).status_code
        for method, path, endpoint, _ in all_doors
        if not is_public(endpoint)
    }

    assert {door: code for door, code in answers.items() if code != 401} == {}


@pytest.mark.parametrize("scope", Scope)
def test_all_other_scopes_do_not_open_them(program, ann, all_doors, scope):
    program.acting_for(ann, set(Scope) - {scope}, SIGN_IN)
    wrong = []
    for method, path, _, needed in all_doors:
        if needed == scope:
            answer = program.ask(method, path)
            said = answer.headers.get("WWW-Authenticate", "")
            if answer.status_code != 403 or f'scope="{scope}"' not in said:
                wrong.append((method, path, answer.status_code, said))
            elif "insufficient_scope" not in said:
                wrong.append((method, path, said))

    assert wrong == []


@pytest.mark.parametrize("scope", Scope)
def test_the_one_scope_does(program, ann, all_doors, scope):
    shut = []
    for method, path, _, needed in all_doors:
        if needed == scope:
            answer = program.acting_for(ann, {scope}, SIGN_IN).ask(method, path)
            if answer.status_code == 401 or "scope" in answer.headers.get(
                "WWW-Authenticate", ""
            ):
                shut.append((method, path, answer.status_code, answer.text))

    assert shut == []


def test_a_public_door_lets_visitors_through_but_no_token_that_lacks_it(
    program, ann, all_doors
):
    """Or a token could be used to see whether it is one."""
    open_doors = [door for door in all_doors if is_public(door[2])]
    visited = {door[:2]: program.ask(*door[:2]).status_code for door in open_doors}
    program.acting_for(ann, [])
    shown = {door[:2]: program.ask(*door[:2]).status_code for door in open_doors}

    assert 401 not in visited.values()
    assert set(shown.values()) == {403}


def test_the_document_says_what_each_scope_is_good_for(document):
    known = document.data["components"]["securitySchemes"]["application"]
    flow = known["flows"]["authorizationCode"]

    assert flow["scopes"].keys() == set(Scope)
    assert flow["scopes"]["messages:read"] == "Read your messages"
