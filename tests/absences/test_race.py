"""People who leave at the same moment, in requests that really meet."""

from functools import partial

import pytest

from app.extensions import db
from app.models import User
from tests.fixtures.cast import join

PATH = "/settings/leaving/"
FORM = f"form[action='{PATH}']"


@pytest.fixture
def admins(race):
    """Ann and Bob, and nobody else who could run the site."""
    with race.app.app_context():
        return [join(name, name.title(), role="admin") for name in ("ann", "bob")]


@pytest.fixture
def leave(race):
    """Sends the form in several windows at once, and gives what they show."""

    def leave(*people):
        pages = [race.browser(person).visit(PATH) for person in people]
        return race.run(*(partial(page.submit, FORM) for page in pages))

    return leave


def test_of_two_admins_one_stays(admins, leave):
    pages = leave(*admins)

    assert sorted(page.status for page in pages) == [200, 409]


def test_who_leaves_in_two_tabs_leaves_once(race, admins, leave):
    ann, bob = admins
    with race.app.app_context():
        db.session.get(User, bob.id).follow(db.session.get(User, ann.id))
        db.session.commit()

    leave(ann, ann)

    with race.app.app_context():
        assert db.session.get(User, bob.id).following_count == 0
