"""Many posts are locked by their number, as everybody does it: none waits for ever."""

import pytest

from app.web.indexing import rebuild
from app.web.rerendering import rerender_older
from tests.support.database import statements


@pytest.mark.parametrize("work", [lambda: rebuild(nobody_minds), rerender_older])
def test_what_is_done_to_many_posts_locks_them_by_number(essay, work):
    with statements() as seen:
        work()

    whole = [one for one in seen if "post.excerpt" in one and one.startswith("SELECT")]
    assert whole
    assert all("ORDER BY post.id" in one for one in whole)
    assert not any("DESC" in one for one in whole)


def nobody_minds(_count):
    """Whom it tells how many were done."""
