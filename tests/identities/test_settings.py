import pytest

from app.models import AuditEntry, Identity
from tests.support.database import changes
from tests.support.mailbox import last_letter
from tests.support.proof import let_time_pass

PAGE = "/settings/identities/"


@pytest.fixture
def page(browser, provider, bob):
    """Bob's list, with nobody on it."""
    return browser.sign_in(bob).visit(PAGE)


def test_a_provider_is_offered(page):
    assert "Harbour" in page.text("main")
    assert page.select("main a[href^='/sign-in/with/oidc']")


def test_coming_back_links_nothing_yet(page, traveller):
    with changes(Identity, by=0):
        asked = traveller.go()

    assert asked.text("h1") == "Link Harbour"
    assert asked.shows("zoe.ferrer")


def test_a_press_of_the_button_links(page, traveller, bob):
    asked = traveller.go()

    with changes(Identity, by=1), changes(AuditEntry, by=1):
        done = asked.submit("main form.panel")

    assert done.path == PAGE
    assert done.text("[role=status]").startswith("Linked.")


def test_linking_is_told_by_mail(page, traveller):
    traveller.go().submit("main form.panel")

    assert last_letter().to == "bob@example.org"
    assert "Another site was linked." in last_letter().text
    assert "Harbour: zoe.ferrer" in last_letter().text


def test_who_was_linked_can_sign_in_that_way(page, traveller):
    traveller.go().submit("main form.panel")
    traveller.browser.forget_cookies()

    assert traveller.go().shows("Bob Lindqvist")


def test_the_session_goes_on_under_another_token(page, traveller):
    asked, client = traveller.go(), traveller.browser.client
    before = client.get_cookie("login").value

    asked.submit("main form.panel")

    assert client.get_cookie("login").value != before


def test_linking_asks_who_it_is_first(page, traveller, bob):
    let_time_pass(bob)

    assert traveller.go().path.startswith("/confirm-it-is-you")


def test_a_form_without_a_journey_links_nothing(page, browser):
    fields = {"csrf_token": page.value("csrf_token")}

    with changes(Identity, by=0):
        refused = browser.send(PAGE, fields)

    assert refused.status == 409


def test_a_name_is_linked_to_one_account(page, traveller, provider, cleo, linked):
    linked(cleo, provider.issuer)

    with changes(Identity, by=0):
        refused = traveller.go()

    assert refused.status == 409
    assert refused.shows("linked to another account here")


def test_of_two_who_link_at_once_one_has_it(page, traveller, provider, cleo, linked):
    asked = traveller.go()
    linked(cleo, provider.issuer)

    with changes(Identity, by=0):
        refused = asked.submit("main form.panel")

    assert refused.status == 409
    assert refused.shows("Bob Lindqvist")


def test_an_account_has_one_name_at_an_issuer(page, traveller, provider, bob, linked):
    asked = traveller.go()
    linked(bob, provider.issuer, "another")

    with changes(Identity, by=0):
        assert asked.submit("main form.panel").status == 409


def test_who_comes_back_as_themselves_is_simply_back(
    page, traveller, provider, bob, linked
):
    linked(bob, provider.issuer)

    assert traveller.go(f"/sign-in/with/oidc?next={PAGE}").path == PAGE


def test_who_signed_in_meanwhile_begins_anew(browser, traveller, provider, bob):
    back = traveller.ask(traveller.set_out())
    browser.visit("/sign-in").submit(identifier="bob", password="seven quiet herons")

    with changes(Identity, by=0):
        assert browser.visit(back).status == 400


def test_unlinking_takes_a_press(page, browser, bob, provider, linked):
    linked(bob, provider.issuer)

    with changes(Identity, by=-1), changes(AuditEntry, by=1):
        done = browser.visit(PAGE).submit(".setting form")

    assert done.text("[role=status]").startswith("Unlinked.")


def test_unlinking_is_told_by_mail(page, browser, bob, provider, linked):
    linked(bob, provider.issuer)

    browser.visit(PAGE).submit(".setting form")

    assert "A site was unlinked." in last_letter().text


def test_unlinking_asks_who_it_is_first(page, browser, bob, provider, linked):
    linked(bob, provider.issuer)
    listed = browser.visit(PAGE)
    let_time_pass(bob)

    with changes(Identity, by=0):
        assert listed.submit(".setting form").status == 403


def test_nobody_unlinks_for_somebody_else(page, browser, cleo, provider, linked):
    theirs = linked(cleo, provider.issuer)
    fields = {"csrf_token": page.value("csrf_token")}

    with changes(Identity, by=0):
        assert browser.send(f"{PAGE}{theirs.id}/delete", fields).status == 404


def test_the_list_belongs_to_members(browser, provider, ann):
    assert browser.visit(PAGE).path.startswith("/sign-in")
