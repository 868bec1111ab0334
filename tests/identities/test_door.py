"""Whoever comes from a provider joins through the same door as everybody else."""

from app.models import Account, JoinRequest, LoginSession
from tests.fixtures.joining import change_site
from tests.support.database import changes


def test_nobody_joins_through_a_closed_door(traveller, provider, closed):
    page = traveller.go()

    assert page.text("h1") == "The door is closed"
    assert page.select("main form") == []


def test_a_door_that_closed_meanwhile_is_closed(traveller, provider):
    page = traveller.go()
    change_site(joining="closed")

    with changes(Account, by=0):
        assert page.submit().status == 403


def test_without_an_invitation_nobody_joins(traveller, provider, by_invitation):
    with changes(Account, by=0):
        page = traveller.go().submit()

    assert page.status == 422
    assert page.shows("Enter the code of your invitation.")


def test_with_one_they_do(traveller, provider, by_invitation, invitation):
    with changes(Account, by=1):
        home = traveller.go().submit(code=invitation.code)

    assert home.path == "/"


def test_an_invitation_goes_along(traveller, provider, by_invitation, invitation):
    door = traveller.browser.visit(f"/join/{invitation.code}")
    link = door.select("main a[href*='/sign-in/with/oidc']")[0]["href"]

    with changes(Account, by=1):
        traveller.go(str(link)).submit()


def test_where_one_asks_first_they_wait(traveller, provider, by_request):
    with changes(JoinRequest, by=1), changes(LoginSession, by=0):
        page = traveller.go().submit(reason="I read Ann’s essays on the train.")

    assert page.path == "/sign-up/waiting"


def test_while_they_wait_the_provider_opens_nothing(traveller, provider, by_request):
    traveller.go().submit(reason="I read Ann’s essays on the train.")

    with changes(LoginSession, by=0):
        assert traveller.go().status == 403
