"""Who may do what, and who gives it."""

import pytest

from app.extensions import db
from app.models import Account


def role_of(person):
    return db.session.scalar(db.select(Account.role).filter_by(user_id=person.id))


def test_an_admin_gives_roles(browser, ann, bob):
    page = browser.sign_in(ann).visit("/admin/people/bob").submit(role="moderator")

    assert "moderator" in page.text(".people")
    assert role_of(bob) == "moderator"


def test_no_role_is_made_up(browser, ann, bob):
    page = browser.sign_in(ann).visit("/admin/people/bob").submit(role="emperor")

    assert page.status == 422
    assert role_of(bob) == "member"


@pytest.mark.parametrize("path", ["/admin/people/", "/admin/people/bob"])
def test_for_others_the_page_does_not_exist(browser, bob, path):
    assert browser.sign_in(bob).visit(path).status == 404


def test_a_command_gives_them_too(app, bob):
    said = app.test_cli_runner().invoke(args=["users", "role", "bob", "moderator"])

    assert said.output == "@bob is moderator now.\n"
    assert role_of(bob) == "moderator"
