"""A handle that two people want, or that is wanted while its owner lets it go."""

import pytest
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.models import Account, Handle
from app.web import find
from tests.fixtures.cast import PASSWORD, join


def test_the_table_refuses_a_handle_that_was_somebody_s(app, bob):
    bob.rename("wheels")
    db.session.commit()

    Account.open("bob", "Another Bob", "other@example.org", "")
    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_later_of_two_people_does_not_get_it(app, bob, cleo):
    assert bob.rename("wheels")
    db.session.flush()

    assert not cleo.rename("wheels")
    assert cleo.handle == "cleo"


def test_a_form_that_did_not_see_it_coming_says_so(browser, bob, cleo, monkeypatch):
    cleo.rename("wheels")
    db.session.commit()
    monkeypatch.setattr(find, "is_taken", lambda handle: False)

    page = browser.sign_in(bob).visit("/settings/handle/").submit(handle="wheels")

    assert page.status == 422
    assert page.text("#handle-error").startswith("Somebody already writes as @wheels")
    assert db.session.get(Handle, "wheels").user_id == cleo.id


def test_sign_up_that_did_not_see_it_coming_says_so(browser, bob, monkeypatch):
    bob.rename("wheels")
    db.session.commit()
    monkeypatch.setattr(find, "is_taken", lambda handle: False)

    page = browser.visit("/sign-up").submit(
        handle="bob", email="new@example.org", password="seven quiet herons"
    )

    assert page.status == 422
    assert page.value("email") == "new@example.org"


def test_while_one_lets_it_go_nobody_gets_it(race):
    with race.app.app_context():
        bob = join("bob", "Bob")
    form = race.browser(bob).visit("/settings/handle/")
    door = race.browser().visit("/sign-up")
    newcomer = {"handle": "bob", "email": "b@example.org", "password": PASSWORD}

    done = race.run(
        lambda: form.submit(handle="wheels"), lambda: door.submit(**newcomer)
    )

    assert [page.status for page in done] == [200, 422]
