from datetime import timedelta

import pytest

from app.extensions import db
from app.models import tag_lists
from tests.fixtures.writing import publish
from tests.support.crowd import turn_pages
from tests.support.database import queries

CHIPS = "main .column .tags a"


def test_what_is_used_most_stands_first(browser, ann, bob):
    publish(ann, "One", "On #paper, #ink and #glue.")
    publish(bob, "Two", "On #ink and #paper.")
    publish(bob, "Three", "On #ink.")

    page = browser.visit("/tags/")

    assert page.texts(CHIPS) == ["ink 3 posts", "paper 2 posts", "glue 1 post"]
    assert page.select(CHIPS)[0]["href"] == "/tags/ink"


def test_all_stand_in_the_order_of_their_names(browser, ann):
    publish(ann, "One", "On #paper, #ink and #glue.")

    assert browser.visit("/tags/?by=name").texts(CHIPS) == ["glue", "ink", "paper"]


@pytest.mark.parametrize("path", ["/tags/", "/tags/?by=name"])
@pytest.mark.parametrize("audience", ["followers", "unlisted", "private"])
def test_only_what_everybody_finds_is_told_of(browser, ann, audience, path):
    publish(ann, "Secret", "On #ink.", to=audience)

    page = browser.sign_in(ann).visit(path)

    assert page.text(".empty h2") == "No tags yet"


@pytest.mark.parametrize("path", ["/tags/", "/tags/?by=name"])
def test_nor_what_is_a_draft_binned_or_to_come(browser, ann, draft, path):
    draft.revise(title="Draft", summary="", body="On #ink.")
    publish(ann, "Binned", "On #ink.").throw_away()
    publish(ann, "Tomorrow", "On #ink.", ago=timedelta(days=-1))
    db.session.commit()

    assert not browser.visit(path).select(CHIPS)


def test_names_have_pages(browser, ann, monkeypatch):
    monkeypatch.setattr(tag_lists, "SHOWN", 4)
    names = [f"tag{number}" for number in range(9)]
    publish(ann, "Many", " ".join(f"#{name}" for name in names))

    first = browser.visit("/tags/?by=name")

    assert turn_pages(first, CHIPS) == names
    last = browser.visit("/tags/?by=name&after=tag7")
    assert last.texts("nav[aria-label=Pages] a") == ["From the beginning"]


@pytest.mark.parametrize("after", ["..", "%00", "%2F", "x" * 5_000, "%E2%80%AE", "%ff"])
def test_a_damaged_place_is_the_beginning(browser, ann, after):
    publish(ann, "One", "On #ink.")

    page = browser.visit(f"/tags/?by=name&after={after}")

    assert (page.status, page.texts(CHIPS)) == (200, ["ink"])


@pytest.mark.parametrize(("reader", "most"), [(None, 3), ("bob", 5)])
@pytest.mark.parametrize("path", ["/tags/", "/tags/?by=name"])
def test_it_takes_few_statements(browser, ann, request, reader, most, path):
    for number in range(20):
        publish(ann, f"Wave {number}", f"On #ink{number} and #paper.")
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(path)

    with queries(at_most=most):
        page = browser.visit(path)

    assert len(page.select(CHIPS)) == 21


@pytest.mark.parametrize("path", ["/explore/", "/tags/ink"])
def test_other_pages_lead_to_it(browser, ann, path):
    publish(ann, "One", "On #ink.")

    assert browser.visit(path).select('.rail a[href="/tags/"]')
