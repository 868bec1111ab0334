from hypothesis import given
from hypothesis import strategies as st

from app.lib.lru import LRU

WEIGHTS = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 12)))


def test_what_was_asked_for_last_stays_longest():
    memory = LRU(most=2)
    memory.put("a", "Ann", weight=1)
    memory.put("b", "Bob", weight=1)
    memory.get("a")

    memory.put("c", "Cleo", weight=1)

    assert [memory.get(key) for key in "abc"] == ["Ann", None, "Cleo"]


def test_a_new_value_takes_the_place_of_the_old_one():
    memory = LRU(most=2)
    memory.put("a", "Ann", weight=2)

    memory.put("a", "Anna", weight=2)

    assert memory.get("a") == "Anna"


def test_what_is_too_heavy_pushes_nothing_out():
    memory = LRU(most=2)
    memory.put("a", "Ann", weight=1)

    memory.put("b", "Bob", weight=3)

    assert (memory.get("a"), memory.get("b")) == ("Ann", None)


def test_it_can_be_emptied():
    memory = LRU(most=1)
    memory.put("a", "Ann", weight=1)

    memory.clear()

    assert memory.get("a") is None


@given(WEIGHTS)
def test_it_never_holds_more_than_it_may(puts):
    memory = LRU(most=12)
    for key, weight in puts:
        memory.put(key, weight, weight)

    assert sum(memory.get(key) or 0 for key in "abcdef") <= 12
