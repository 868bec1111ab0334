from urllib.robotparser import RobotFileParser

import pytest

from app.lib.ai_crawlers import ANSWERING, TRAINING
from app.robots.views import PRIVATE
from tests.support.database import queries
from tests.support.site import choose

READ = ["/", "/explore/", "/@ann/the-tide-tables", "/tags/ink", "/people"]
READ += ["/@ann/sign-of-life", "/explore/?after=1-1", "/robots.txt"]
LEFT_ALONE = [
    "/settings/",
    "/posts/1/edit",
    "/sign-in",
    "/search?q=ink",
    "/admin/site/",
]


@pytest.fixture
def rules(client):
    """What a crawler takes from the file."""

    def read():
        parser = RobotFileParser()
        parser.parse(client.get("/robots.txt").text.splitlines())
        return parser

    return read


@pytest.mark.parametrize("path", READ)
def test_a_search_engine_reads_what_is_for_everybody(rules, path):
    assert rules().can_fetch("Googlebot", path)


@pytest.mark.parametrize("path", LEFT_ALONE)
def test_it_leaves_alone_what_is_private_or_endless(rules, path):
    assert not rules().can_fetch("Googlebot", path)


@pytest.mark.parametrize("start", PRIVATE)
def test_what_is_named_exists(app, start):
    assert any(rule.rule.startswith(start) for rule in app.url_map.iter_rules())


def test_it_names_the_sitemap(rules):
    assert rules().site_maps() == ["http://localhost/sitemap.xml"]


@pytest.mark.parametrize(
    ("welcome", "trains", "answers"),
    [("all", True, True), ("answers", False, True), ("none", False, False)],
)
def test_machines_that_learn_are_told_what_the_site_wants(
    rules, welcome, trains, answers
):
    choose(ai_crawlers=welcome)
    parser = rules()

    assert {parser.can_fetch(name, "/") for name in TRAINING} == {trains}
    assert {parser.can_fetch(name, "/") for name in ANSWERING} == {answers}
    assert parser.can_fetch("Googlebot", "/")


def test_nobody_is_on_both_lists():
    names = [name.lower() for name in TRAINING + ANSWERING]

    assert len(names) == len(set(names))


def test_a_site_for_its_members_is_listed_nowhere(rules):
    choose(is_indexable=False)

    assert not rules().can_fetch("Googlebot", "/")
    assert rules().site_maps() is None


def test_a_site_that_nobody_has_set_up_is_not_read(client, empty_site):
    answer = client.get("/robots.txt")

    assert answer.status_code == 200
    assert answer.text == "User-agent: *\nDisallow: /\n"


def test_any_cache_may_keep_it(client):
    answer = client.get("/robots.txt")
    again = client.get("/robots.txt", headers={"If-None-Match": answer.headers["ETag"]})

    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert not {"Set-Cookie", "Vary"} & set(answer.headers.keys())
    assert again.status_code == 304


def test_it_is_plain_text_and_costs_nothing(client):
    client.get("/robots.txt")

    with queries(at_most=0):
        answer = client.get("/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
