import pytest

from app.demo import content
from app.extensions import db
from app.models import Follow, Post, User
from tests.fixtures.cast import PASSWORD
from tests.support.browser import Browser
from tests.support.database import changes


@pytest.fixture
def seed(app):
    """Runs ``flask seed`` and gives how it went."""
    return lambda: app.test_cli_runner().invoke(args=["seed"])


def test_an_empty_site_is_filled(seed):
    people, pieces = content.people(), list(content.pieces())

    with changes(User, by=len(people)), changes(Post, by=len(pieces)):
        answer = seed()

    assert f"{len(people)} people live here; {len(pieces)} posts" in answer.output


def test_seeding_twice_adds_nothing(demo):
    with changes(User, by=0), changes(Post, by=0), changes(Follow, by=0):
        answer = demo.test_cli_runner().invoke(args=["seed"])

    assert "0 posts were added" in answer.output


def test_a_site_with_people_of_its_own_is_refused(seed, ann, essay):
    with changes(User, by=0), changes(Post, by=0):
        answer = seed()

    assert answer.exit_code == 1
    assert "This site has people of its own." in answer.output


def test_the_demo_site_can_be_used_at_once(demo):
    home = (
        Browser(demo.test_client())
        .visit("/sign-in")
        .submit(identifier="bob", password=PASSWORD)
    )

    assert home.path == "/"
    assert len(home.select("article.entry")) == 20


def test_the_counts_of_the_demo_site_are_right(demo):
    bob = next(person for person in content.people() if person.handle == "bob")
    wrote = sum(piece.author == "bob" for piece in content.pieces())

    numbers = Browser(demo.test_client()).visit("/@bob").texts(".stats a")

    assert (numbers[0], numbers[2]) == (
        f"{wrote} posts",
        f"{len(bob.follows)} following",
    )


def test_people_of_the_demo_site_talk_once(demo):
    demo.test_cli_runner().invoke(args=["seed"])
    ann = db.session.scalar(User.known_as("ann"))

    page = Browser(demo.test_client()).sign_in(ann).visit("/messages/")

    assert page.texts(".conversations b") == [
        "Bob Lindqvist",
        "Cleo Marchetti, Dan Achterberg",
    ]
    assert page.text(".masthead .count") == "2"
