"""JSON, and nothing that only looks like it."""

import json

import pytest

from app.lib.strict_json import NotJson, parse

WRONG = {
    "has a name twice": b'{"a": 1, "a": 2}',
    "has NaN, which is no number of JSON": b"[NaN]",
    "is not UTF-8": b'"\xff"',
    "has half a character": rb'{"a": "\ud83d"}',
    "is nested too deeply": b"[" * 33 + b"]" * 33,
    "has too many parts": b"[" + b"1," * 10_000 + b"1]",
    "is not JSON": b"[" + b"9" * 5_000 + b"]",
}


@pytest.mark.parametrize(("why", "body"), WRONG.items())
def test_what_is_none_is_told_why(why, body):
    with pytest.raises(NotJson, match=why):
        parse(body)


def test_two_halves_are_a_character():
    assert parse(rb'["\ud83d\ude00", "\\ud83d"]') == ["😀", r"\ud83d"]


def test_of_empty_lists_there_are_not_many_either():
    with pytest.raises(NotJson, match="has too many parts"):
        parse(b"[" + b"[]," * 5_001 + b"1]")


@pytest.mark.parametrize("sign", ["[", ",", '"', "\\"])
def test_signs_in_words_are_not_counted(sign):
    words = 10_001 * sign + '"' + 99 * "["

    assert parse(json.dumps([words, []]).encode()) == [words, []]
