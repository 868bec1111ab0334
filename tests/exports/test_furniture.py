import json
from io import BytesIO
from zipfile import ZipFile

import frontmatter
import pytest

from app.extensions import db
from tests.fixtures.writing import publish


@pytest.fixture
def wheels(bob):
    """A post of Bob's with everything that can stand around one."""
    post = publish(bob, "Wheels")
    post.language, post.canonical = "de", "https://a.example/wheels"
    post.move_to("spokes")
    bob.series_called("Workshop").append(post)
    bob.pin(post)
    db.session.commit()
    return post


def test_what_stands_around_a_post_comes_along(browser, bob, wheels):
    answer = browser.sign_in(bob).visit("/settings/data/").submit("main form").answer

    bundle = ZipFile(BytesIO(answer.data))
    page = frontmatter.loads(bundle.read(f"posts/{wheels.id}-spokes.md").decode())
    assert (page["language"], page["series"]) == ("de", "Workshop")
    assert (page["former slugs"], "pinned" in page.metadata) == (["wheels"], True)
    assert json.loads(bundle.read("profile.json"))["series"][0]["title"] == "Workshop"
