"""A search under a tag finds what says any of its names."""

import pytest

from app.extensions import db
from app.models import Tag, tag_changes
from app.models.tag_aliases import all_names
from tests.fixtures.writing import publish
from tests.support.database import queries


def tag(name):
    return db.session.scalars(Tag.named(name)).one()


@pytest.fixture
def merged(ann, bob, dan):
    """#inks and #blots, which have become #ink."""
    publish(ann, "Inks", "Heron. #inks")
    publish(ann, "Blots", "Heron. #blots")
    publish(bob, "Ink", "Heron. #ink")
    publish(bob, "Neither", "Heron.")
    tag_changes.merge(tag("inks"), tag("blots"), dan)
    tag_changes.merge(tag("blots"), tag("ink"), dan)
    db.session.commit()


@pytest.mark.parametrize("name", ["ink", "inks", "blots"])
def test_by_any_name_all_of_them_are_found(browser, merged, name):
    page = browser.visit(f"/search?q=heron+tag:{name}")

    assert sorted(page.texts(".feed h2")) == ["Blots", "Ink", "Inks"]


def test_and_left_out(browser, merged):
    page = browser.visit("/search?q=heron+-tag:ink")

    assert page.texts(".feed h2") == ["Neither"]


def test_many_tags_take_one_statement(merged):
    with queries(at_most=1):
        names = all_names(["inks", "paper", "blots"])

    assert sorted(names["inks"]) == sorted(names["blots"]) == ["blots", "ink", "inks"]
    assert names["paper"] == ["paper"]
