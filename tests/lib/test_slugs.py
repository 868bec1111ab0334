import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib import slugs
from app.lib.slugs import LONGEST, TAKEN, random_slug, slug_of
from tests.support.prose import a_property


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The tide tables", "the-tide-tables"),
        ("  What?! -- Really… ", "what-really"),
        ("Ångström & Größe", "ångström-größe"),
        ("مرحبا بالعالم", "مرحبا-بالعالم"),
        ("静かな場所", "静かな場所"),
        ("В начале", "в-начале"),
        ("2026", "2026"),
        ("a/b?c#d", "a-b-c-d"),
    ],
)
def test_a_slug_keeps_the_script_of_its_title(title, slug):
    assert slug_of(title) == slug


@pytest.mark.parametrize("title", ["", "🎉", "🎉 🎉", "…?!", "---"])
def test_a_title_without_letters_gets_a_random_slug(title):
    assert re.fullmatch("[0-9a-f]{10}", slug_of(title))


@pytest.mark.parametrize("word", sorted(TAKEN))
def test_no_post_hides_a_page_of_its_author(word):
    assert slug_of(word.title()) == f"{word}-1"


def test_a_long_title_is_cut_between_words():
    assert slug_of("tide " * 40) == "tide-" * 15 + "tide"


@a_property
@given(st.text(max_size=200))
def test_a_slug_is_one_short_part_of_a_path(title):
    assert re.fullmatch(rf"[^\s/?#%]{{1,{LONGEST + 2}}}", slug_of(title))


def test_random_slugs_differ():
    assert len({random_slug() for _ in range(100)}) == 100


def test_what_somebody_types_becomes_an_address_or_nothing():
    assert slugs.normalized(" Figs & Létters ") == "figs-létters"
    assert slugs.normalized("!?") == ""


def test_the_first_free_one_has_the_lowest_number():
    assert slugs.first_free("figs", set()) == "figs"
    assert slugs.first_free("figs", {"figs", "figs-2", "figs-letters"}) == "figs-3"
