import pytest

from app.extensions import db
from app.models import Account, AuditEntry, Handle
from tests.support.browser import Browser
from tests.support.database import changes
from tests.support.mailbox import last_letter
from tests.support.proof import let_time_pass

PATH = "/settings/handle/"


@pytest.fixture
def form(browser, bob):
    """The page where Bob takes another handle."""
    return browser.sign_in(bob).visit(PATH)


def rename(browser, handle):
    return browser.visit(PATH).submit(handle=handle)


def handle_of(person):
    db.session.expire_all()
    return person.handle


def test_a_new_handle_is_that_of_the_address(form, browser):
    page = form.submit(handle="wheels")

    assert page.shows("You’re @wheels now. Old links lead here.")
    assert browser.visit("/@wheels").text("h1") == "Bob Lindqvist"


def test_it_is_written_down_and_told(form, bob):
    with changes(AuditEntry, by=1):
        form.submit(handle="wheels")

    letter = last_letter()
    assert (letter.to, letter.subject) == ("bob@example.org", "You’re @wheels now")
    assert db.session.query(AuditEntry.detail).scalar() == "@bob → @wheels"


def test_capitals_and_an_at_are_no_matter(form, bob):
    form.submit(handle=" @Wheels ")

    assert handle_of(bob) == "wheels"


def test_who_goes_by_the_handle_alone_goes_by_the_new_one(browser, app):
    account = Account.open("plain", "", "plain@example.org", "")
    db.session.commit()

    rename(browser.sign_in(account.user), "plainer")

    assert browser.visit("/@plainer").text("h1") == "plainer"


def test_a_given_name_stays(form, bob):
    form.submit(handle="wheels")

    assert bob.name == "Bob Lindqvist"


@pytest.mark.parametrize(
    ("handle", "words"),
    [
        ("", "Choose a handle."),
        ("ab", "Use 3 to 30 of a–z, 0–9 and _, without spaces."),
        ("a" * 31, "Use 3 to 30 of a–z, 0–9 and _, without spaces."),
        ("böb", "Use 3 to 30 of a–z, 0–9 and _, without spaces."),
        ("b b", "Use 3 to 30 of a–z, 0–9 and _, without spaces."),
        ("admin", "This one is kept for the site. Choose another."),
        ("ann", "Somebody already writes as @ann. Choose another."),
        ("ANN", "Somebody already writes as @ann. Choose another."),
    ],
)
def test_what_cannot_be_had_is_refused_with_a_reason(form, ann, bob, handle, words):
    page = form.submit(handle=handle)

    assert (page.status, page.text("#handle-error")) == (422, words)
    assert handle_of(bob) == "bob"


def test_a_handle_that_somebody_had_is_theirs(form, browser, app, bob, cleo):
    form.submit(handle="wheels")

    page = rename(Browser(app.test_client()).sign_in(cleo), "bob")

    assert page.text("#handle-error").startswith("Somebody already writes as @bob")
    assert handle_of(cleo) == "cleo"


def test_nobody_joins_under_it_either(form, app, bob):
    form.submit(handle="wheels")
    visitor = Browser(app.test_client())

    page = visitor.visit("/sign-up").submit(
        handle="bob", email="new@example.org", password="seven quiet herons"
    )

    assert page.status == 422
    assert page.text("#handle-error").startswith("Somebody already writes as @bob")


def test_its_owner_may_take_it_back(form, browser, bob):
    form.submit(handle="wheels")

    with changes(Handle, by=0):
        page = rename(browser, "bob")

    assert page.shows("You’re @bob now.")
    assert handle_of(bob) == "bob"


def test_the_same_handle_again_changes_nothing(form, bob):
    with changes(AuditEntry, by=0):
        page = form.submit(handle="bob")

    assert page.path == "/settings/account/"


def test_three_times_in_thirty_days_is_enough(browser, bob):
    browser.sign_in(bob)
    for handle in ("bob1", "bob2", "bob3"):
        rename(browser, handle)

    page = rename(browser, "bob4")

    assert page.status == 422
    assert handle_of(bob) == "bob3"


def test_one_signs_in_with_the_new_handle(form, browser, bob):
    form.submit(handle="wheels")
    browser.forget_cookies()

    page = browser.visit("/sign-in").submit(
        identifier="wheels", password="seven quiet herons"
    )

    assert page.path == "/"


def test_who_it_is_is_asked_first(form, browser, bob):
    let_time_pass(bob)

    assert browser.visit(PATH).text("h1") == "Confirm it’s you"
    assert form.submit(handle="wheels").status == 403
    assert handle_of(bob) == "bob"


def test_one_network_asks_for_no_more_than_twenty_an_hour(form):
    statuses = [form.submit(handle="bob").status for _ in range(21)]

    assert statuses == [200] * 20 + [429]
