import pytest

from app.extensions import db
from tests.fixtures.cast import join
from tests.support.crowd import strangers
from tests.support.database import queries

PATH = "/suggestions/people/"


@pytest.fixture
def suggested(browser, bob):
    """Whom Bob is offered, as handles and names."""
    browser.sign_in(bob)

    def ask(text):
        answer = browser.client.get(PATH, query_string={"q": text})
        return [(offer["value"], offer["note"]) for offer in answer.json]

    return ask


@pytest.mark.parametrize("text", ["cl", "@cl", "Cleo", "@cleo"])
def test_people_are_found_by_the_beginning_of_their_handle(suggested, cleo, text):
    assert suggested(text) == [("@cleo", "Cleo Marchetti")]


@pytest.mark.parametrize("text", ["Zoë", "zoe", "ZOË F", "Zoe  fe", "zoë"])
def test_people_are_found_by_the_beginning_of_their_name(suggested, text):
    join("ferrer", "Zoë Ferrer")

    assert suggested(text) == [("@ferrer", "Zoë Ferrer")]


def test_a_new_name_is_found(suggested, cleo):
    cleo.describe(name="Élise", bio="", location="", links=[])
    db.session.commit()

    assert [handle for handle, _ in suggested("eli")] == ["@cleo"]


def test_who_has_more_followers_stands_first(suggested, ann, bob):
    andrew = join("andrew", "Andrew")
    bob.follow(andrew)
    db.session.commit()

    assert [handle for handle, _ in suggested("an")] == ["@andrew", "@ann"]


def test_who_is_away_is_not_offered(suggested, cleo):
    cleo.leave()
    db.session.commit()

    assert suggested("cl") == []


@pytest.mark.parametrize("text", ["", "@", "%", "c%", "c_", "\x00", "x" * 900])
def test_nobody_is_offered_for_nothing(suggested, cleo, text):
    assert suggested(text) == []


def test_eight_are_enough(suggested):
    strangers(12)

    assert len(suggested("stranger")) == 8


def test_it_takes_few_statements(suggested):
    strangers(12)
    suggested("stranger")

    with queries(at_most=2):
        suggested("stranger")


def test_visitors_are_asked_in(browser, app):
    assert browser.visit(f"{PATH}?q=ann").path.startswith("/sign-in")
