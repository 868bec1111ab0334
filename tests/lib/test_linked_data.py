import json
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.lib.linked_data import as_element, as_json, count, moment, trail

HOSTILE = '</script><script>alert(1)</script><!--<script> ]]> & \u2028\u2029 \\ "'


@settings(deadline=None, max_examples=50)
@given(title=st.text(min_size=1))
@example(title=HOSTILE)
def test_whatever_a_title_says_is_read_as_it_was_written(title):
    page = BeautifulSoup(f"<p>{as_element({'headline': title})}</p>", "html5lib")

    assert json.loads(page.script.string) == {"headline": title}
    assert len(page.select("*")) == len(page.select("html, head, body, p, script"))


@settings(deadline=None)
@given(words=st.text())
@example(words=HOSTILE)
def test_nothing_in_it_could_end_an_element_or_a_line(words):
    said = as_json({"a" + words: [words, {"name": words}]})

    assert not set(said) & set("<>&\n\r\u2028\u2029")


def test_what_says_nothing_is_left_out():
    said = as_json({"name": "Ann", "image": None, "sameAs": [], "about": {"a": ""}})

    assert json.loads(said) == {"name": "Ann"}


def test_zero_says_something():
    said = json.loads(as_json(count("LikeAction", 0)))

    assert said["userInteractionCount"] == 0


def test_a_trail_is_counted_from_one():
    steps = trail(("Inklings", "https://i.example/"), ("Ann", "https://i.example/@ann"))

    assert [step["position"] for step in steps["itemListElement"]] == [1, 2]


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (datetime(2026, 11, 21, 20, 15, 39, 123456, UTC), "2026-11-21T20:15:39+00:00"),
        (None, ""),
    ],
)
def test_moments_are_said_to_the_second(time, words):
    assert moment(time) == words
