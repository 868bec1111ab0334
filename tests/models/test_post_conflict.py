import pytest

from app.models import Conflict

MINE = {"title": "Mine", "summary": "", "body": "My text."}


def test_a_text_over_the_version_that_was_seen_is_taken(essay):
    essay.accept(MINE, over=essay.version)

    assert essay.words == MINE


@pytest.mark.parametrize("over", [None, 0, 99])
def test_a_text_over_another_version_is_not(essay, over):
    before = essay.words

    with pytest.raises(Conflict) as raised:
        essay.accept(MINE, over=over)

    assert raised.value.post is essay
    assert essay.words == before


def test_the_same_text_is_no_conflict_whatever_was_seen(essay):
    version = essay.version
    essay.accept(essay.words, over=None)

    assert essay.version == version


def test_whoever_has_seen_the_newer_version_too_replaces_it(essay):
    essay.revise(**MINE | {"body": "The newer text."})
    essay.accept(MINE, over=1, replacing=essay.version)

    assert essay.words == MINE
