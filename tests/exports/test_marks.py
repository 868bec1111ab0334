import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from app.extensions import db
from tests.fixtures.writing import publish


@pytest.fixture
def marks(browser, bob):
    """What Bob's copy says of what he did with posts."""

    def marks():
        page = browser.sign_in(bob).visit("/settings/data/").submit("main form")
        return json.loads(ZipFile(BytesIO(page.answer.data)).read("marks.json"))

    return marks


def test_likes_saved_posts_and_reposts_are_addresses(marks, bob, essay):
    bob.like(essay)
    bob.save(essay)
    bob.repost(essay, "Read this.")
    db.session.commit()

    known = marks()

    address = "http://localhost/@ann/the-tide-tables"
    assert [rows[0]["address"] for rows in known.values()] == [address] * 3
    assert known["reposted"][0]["remark"] == "Read this."


@pytest.mark.parametrize("audience", ["private", "followers"])
def test_what_one_may_no_longer_read_is_left_out(marks, ann, bob, audience):
    post = publish(ann, "Once for all")
    bob.like(post)
    bob.save(post)
    bob.repost(post)
    post.show_to(audience)
    db.session.commit()

    assert marks() == {"liked": [], "saved": [], "reposted": []}
