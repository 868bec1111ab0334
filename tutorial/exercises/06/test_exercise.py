"""Exercise 6: a feature of its own, a setting of its own, two sites side by side."""

from pathlib import Path

import pytest

from app import create_app
from app.features import FEATURES
from config import Config


@pytest.fixture
def read_robots(tmp_path):
    """What a search engine is told by a site with these settings."""

    def read(**settings):
        site = create_app(Config(INSTANCE_PATH=str(tmp_path), **settings))
        return site.test_client().get("/robots.txt")

    return read


def test_search_engines_may_read_all_but_the_sheet(read_robots):
    answer = read_robots()

    assert answer.mimetype == "text/plain"
    assert answer.text.splitlines() == ["User-agent: *", "Disallow: /posts/new"]


def test_a_hidden_site_asks_them_to_stay_away(read_robots):
    hidden = read_robots(HIDDEN="yes")

    assert hidden.text.splitlines() == ["User-agent: *", "Disallow: /"]


def test_a_hidden_site_and_an_open_one_live_side_by_side(read_robots):
    hidden, usual = read_robots(HIDDEN="yes"), read_robots()

    assert hidden.text != usual.text


def test_it_is_a_feature_and_the_factory_does_not_know_it():
    assert "robots" in [feature.bp.name for feature in FEATURES]
    assert "robots" not in Path("app/__init__.py").read_text(encoding="utf-8")
