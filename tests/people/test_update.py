import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Account, AuditEntry, LoginSession
from tests.fixtures.cast import join
from tests.support.browser import Browser
from tests.support.mailbox import last_letter

ROLE = "form[action$='/admin/people/{}']"


@pytest.fixture
def admin(browser, ann):
    return browser.sign_in(ann)


def role_of(handle):
    db.session.expire_all()
    account = db.session.scalar(
        select(Account).join(Account.user).filter_by(handle=handle)
    )
    return account.role


def give(browser, handle, role):
    page = browser.visit(f"/admin/people/{handle}")
    return page.submit(ROLE.format(handle), role=role)


@pytest.mark.parametrize("role", ["author", "moderator", "admin"])
def test_an_admin_gives_a_role(admin, bob, role):
    page = give(admin, "bob", role)

    assert page.path == "/admin/people/bob"
    assert page.value("role") == role
    assert role_of("bob") == role


def test_it_is_written_down_from_what_to_what(admin, ann, bob):
    page = give(admin, "bob", "moderator")

    entry = db.session.scalar(select(AuditEntry).filter_by(action="role.changed"))
    assert (entry.user_id, entry.actor_id) == (bob.id, ann.id)
    assert "member → moderator" in page.text("tbody tr")


def test_its_person_is_told(admin, bob):
    give(admin, "bob", "moderator")

    assert last_letter().to == "bob@example.org"
    assert "You’re now on Inklings as: Moderator." in last_letter().text


def test_its_person_signs_in_anew(app, admin, bob):
    other = Browser(app.test_client()).sign_in(bob)

    give(admin, "bob", "author")

    assert other.visit("/drafts/").text("h1") == "Welcome back"


def test_the_same_role_changes_nothing(app, admin, bob):
    other = Browser(app.test_client()).sign_in(bob)

    give(admin, "bob", "member")

    assert other.visit("/drafts/").text("h1") == "Drafts"
    assert db.session.query(AuditEntry).count() == 0


@pytest.mark.parametrize("role", ["king", "", "ADMIN"])
def test_a_role_that_is_none_is_refused(admin, bob, role):
    assert give(admin, "bob", role).status == 422
    assert role_of("bob") == "member"


def test_the_last_admin_cannot_step_down(admin):
    page = give(admin, "ann", "member")

    assert page.status == 422
    assert page.shows("Nobody else runs this site. Make another admin first.")
    assert role_of("ann") == "admin"


def test_with_another_admin_they_can_and_stay_signed_in(admin, ann):
    join("una", "Una", role="admin")

    page = give(admin, "ann", "member")

    assert role_of("ann") == "member"
    assert page.status == 404
    assert db.session.query(LoginSession).filter_by(user_id=ann.id).count() == 1


def test_two_admins_who_demote_each_other_leave_one(race):
    with race.app.app_context():
        ann, una = join("ann", "Ann", role="admin"), join("una", "Una", role="admin")
    pages = [
        race.browser(ann).visit("/admin/people/una"),
        race.browser(una).visit("/admin/people/ann"),
    ]
    selectors = ROLE.format("una"), ROLE.format("ann")

    race.run(
        lambda: pages[0].submit(selectors[0], role="member"),
        lambda: pages[1].submit(selectors[1], role="member"),
    )

    with race.app.app_context():
        roles = db.session.scalars(select(Account.role)).all()
        assert sorted(roles) == ["admin", "member"]


def test_nobody_by_that_name_is_not_found(admin):
    assert admin.visit("/admin/people/nobody").status == 404
