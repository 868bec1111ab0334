"""Tags that stand together with a tag."""

import pytest

from tests.fixtures.writing import publish

RELATED = 'nav[aria-label="Related tags"] a'


def test_what_stands_together_most_often_comes_first(browser, ann, bob):
    publish(ann, "One", "On #ink, #paper and #glue.")
    publish(bob, "Two", "On #ink and #paper.")
    publish(bob, "Three", "On #sea.")

    assert browser.visit("/tags/ink").texts(RELATED) == ["paper", "glue"]


def test_there_are_eight_at_most(browser, ann):
    publish(ann, "One", " ".join(f"#tag{number}" for number in range(10)))

    assert len(browser.visit("/tags/tag0").texts(RELATED)) == 8


@pytest.mark.parametrize("audience", ["followers", "unlisted", "private"])
def test_what_is_not_for_everybody_tells_of_no_tag(browser, ann, audience):
    publish(ann, "Public", "On #ink.")
    publish(ann, "Secret", "On #ink and #paper.", to=audience)

    assert not browser.sign_in(ann).visit("/tags/ink").select(RELATED)


def test_a_tag_alone_has_none(browser, ann):
    publish(ann, "One", "On #ink.")

    assert not browser.visit("/tags/ink").select(RELATED)
