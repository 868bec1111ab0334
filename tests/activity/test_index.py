"""What happened to an account, for its owner and for admins."""

from app.extensions import db
from app.models import AuditEntry
from app.models.columns import now
from tests.fixtures.cast import PASSWORD
from tests.support.database import queries


def happen(person, count=1, action="password.changed", actor=None):
    """Something happened to the account of ``person``."""
    for _ in range(count):
        entry = AuditEntry(
            user_id=person.id, actor_id=(actor or person).id, action=action
        )
        db.session.add(entry)
    db.session.commit()


def test_signing_in_is_written_down(browser, bob):
    browser.visit("/sign-in").submit(identifier="bob", password=PASSWORD)

    page = browser.visit("/settings/activity/")

    assert "Signed in" in page.text("tbody tr")
    assert "127.0.0.1" in page.text("tbody tr")


def test_members_see_their_own_only(browser, bob, cleo):
    happen(cleo)

    page = browser.sign_in(bob).visit("/settings/activity/")

    assert page.select("tbody tr") == []


def test_an_admin_who_did_it_is_named(browser, bob, ann):
    happen(bob, actor=ann)

    page = browser.sign_in(bob).visit("/settings/activity/")

    assert "@ann" in page.text("tbody tr")


def test_who_limited_somebody_is_not_named_to_them(browser, bob, dan):
    happen(bob, actor=dan, action="account.limited")

    page = browser.sign_in(bob).visit("/settings/activity/")

    assert "Limited" in page.text("tbody tr")
    assert "@dan" not in page.text("tbody tr")


def test_where_that_admin_was_is_theirs(browser, bob, ann):
    happen(bob, actor=ann)

    page = browser.sign_in(bob).visit("/settings/activity/")

    assert page.texts("tbody td")[-1] == "those who run the site"


def test_admins_see_everybodys(browser, ann, bob, cleo):
    happen(bob)
    happen(cleo)

    page = browser.sign_in(ann).visit("/admin/audit/")

    assert {"@bob", "@cleo"} <= set(page.texts("tbody td a"))


def test_for_others_the_page_does_not_exist(browser, bob):
    assert browser.sign_in(bob).visit("/admin/audit/").status == 404


def test_nor_for_moderators(browser, dan):
    assert browser.sign_in(dan).visit("/admin/audit/").status == 404


def test_the_list_costs_the_same_however_long(browser, ann, bob):
    happen(bob, count=25)
    browser.sign_in(ann)

    # One of them counts who waits to be let in, for the navigation.
    with queries(at_most=5):
        page = browser.visit("/admin/audit/")

    assert len(page.select("tbody tr")) == 20


def test_half_a_year_later_it_is_forgotten(app, bob):
    happen(bob)
    entry = db.session.query(AuditEntry).one()
    entry.created_at = now().replace(year=now().year - 1)
    db.session.commit()

    said = app.test_cli_runner().invoke(args=["prune"]).output

    assert said == "Gone: 1 × audit entry.\n"
