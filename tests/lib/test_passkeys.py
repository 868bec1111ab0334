import json
from dataclasses import replace

import pytest

from app.lib.passkeys import (
    Refused,
    are_possible,
    creation_options,
    made,
    party_at,
    request_options,
    used,
    used_id,
)
from tests.support.authenticator import Authenticator

PARTY = party_at("http://localhost", "Inklings")
CHALLENGE, OTHER = b"c" * 32, b"d" * 32


@pytest.fixture
def device():
    return Authenticator()


@pytest.fixture
def key(device):
    return made(PARTY, CHALLENGE, device.create(offer()))


def offer(known=()):
    return creation_options(PARTY, CHALLENGE, 7, "ann", "Ann Okafor", known)


def question(alone=False):
    return request_options(PARTY, CHALLENGE, [], alone=alone)


@pytest.mark.parametrize(
    ("address", "is_possible"),
    [
        ("https://example.org", True),
        ("https://example.org:8443/", True),
        ("http://localhost:8000", True),
        ("http://site.localhost", True),
        ("http://example.org", False),
        ("http://127.0.0.1:8000", False),
        ("https://192.0.2.7", False),
        ("https://[::1]:8000", False),
    ],
)
def test_browsers_want_a_name_and_https(address, is_possible):
    assert are_possible(address) is is_possible


def test_the_offer_does_not_say_who_it_is_for():
    assert len(offer()["user"]["id"]) == 43
    assert offer()["user"]["name"] == "ann"
    assert offer()["rp"] == {"name": "Inklings", "id": "localhost"}


def test_no_device_makes_a_second_one(key):
    excluded = offer([key])["excludeCredentials"]

    assert [known["id"] for known in excluded] == [key.id]
    assert excluded[0]["transports"] == ["internal"]


@pytest.mark.parametrize(
    ("alone", "wanted"), [(True, "required"), (False, "preferred")]
)
def test_the_only_proof_has_to_know_its_owner(alone, wanted):
    assert question(alone)["userVerification"] == wanted


def test_a_new_key_signs(device, key):
    assert used(PARTY, CHALLENGE, device.get(question()), key, alone=True) == 1


def test_only_transports_of_the_standard_are_kept(key):
    assert key.transports == ("internal",)


@pytest.mark.parametrize(
    "fault",
    [
        {"origin": "https://evil.example"},
        {"origin": "http://localhost:8001"},
        {"rp_id": "evil.example"},
    ],
)
def test_another_site_gets_no_key_made_for_this_one(fault):
    device = Authenticator(**fault)

    with pytest.raises(Refused):
        made(PARTY, CHALLENGE, device.create(offer()))


def test_an_answer_to_another_question_makes_no_key(device):
    with pytest.raises(Refused):
        made(PARTY, OTHER, device.create(offer()))


@pytest.mark.parametrize(
    "fault",
    [
        {"origin": "https://evil.example"},
        {"rp_id": "evil.example"},
        {"verifies": False},
        {"id": b"another id"},
        {"count": -1},
        {"key": Authenticator().key},
    ],
)
def test_a_use_with_any_fault_is_refused(device, key, fault):
    known = replace(key, sign_count=5)
    device.count = 5
    vars(device).update(fault)

    with pytest.raises(Refused):
        used(PARTY, CHALLENGE, device.get(question()), known, alone=True)


def test_an_answer_to_another_question_is_refused(device, key):
    with pytest.raises(Refused):
        used(PARTY, OTHER, device.get(question()), key, alone=False)


def test_a_second_factor_need_not_know_its_owner(device, key):
    device.verifies = False

    assert used(PARTY, CHALLENGE, device.get(question()), key, alone=False) == 1


@pytest.mark.parametrize("count", [0, 4, 5])
def test_a_count_that_did_not_grow_is_refused(device, key, count):
    device.count = count - 1

    with pytest.raises(Refused):
        used(
            PARTY,
            CHALLENGE,
            device.get(question()),
            replace(key, sign_count=5),
            alone=False,
        )


def test_keys_that_do_not_count_are_fine(device, key):
    device.count = -1

    assert used(PARTY, CHALLENGE, device.get(question()), key, alone=False) == 0


GARBAGE = [
    "",
    "null",
    "[]",
    "{}",
    "1",
    '"x"',
    "{",
    "[" * 9_999,
    '{"id": "x"}',
    '{"id": 1, "rawId": 2, "response": 3, "type": "public-key"}',
    json.dumps({"id": "x", "rawId": "x", "type": "public-key", "response": {}}),
    "x" * 30_000,
]


@pytest.mark.parametrize("answer", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_is_refused(key, answer):
    with pytest.raises(Refused):
        used(PARTY, CHALLENGE, answer, key, alone=False)
    with pytest.raises(Refused):
        made(PARTY, CHALLENGE, answer)


@pytest.mark.parametrize("answer", [*GARBAGE[:8], '{"id": 1}', '{"rawId": "x"}'])
def test_garbage_comes_from_no_key(answer):
    assert used_id(answer) == ""
