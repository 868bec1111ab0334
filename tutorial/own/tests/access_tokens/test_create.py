"""Making a token, and taking it back."""

from app.extensions import db
from app.models import AccessToken
from tests.support.database import changes
from tests.support.program import Program


def make(browser, person):
    page = browser.sign_in(person).visit("/settings/profile/").follow("For programs")
    return page.follow("Make a token").submit(name="Backup script")


def test_a_token_is_shown_once(browser, bob):
    with changes(AccessToken, by=1):
        page = make(browser, bob)

    token = page.value("secret")
    assert token.startswith("ink_")
    assert page.answer.headers["Cache-Control"] == "no-store"
    assert not browser.visit("/settings/tokens/").shows(token)


def test_it_is_good_for_a_program(app, browser, bob):
    token = make(browser, bob).value("secret")
    said = {"article": {"title": "Chains", "body": "Oil them."}}

    answer = Program(app.test_client(), token).post("/api/articles", said)
    assert answer.json["article"]["author"]["username"] == "bob"


def test_it_needs_a_name(browser, bob):
    browser.sign_in(bob)
    with changes(AccessToken, by=0):
        page = browser.visit("/settings/tokens/new").submit(name=" ")

    assert page.status == 422


def test_it_can_be_taken_back(browser, bob):
    make(browser, bob)
    with changes(AccessToken, by=-1):
        page = browser.visit("/settings/tokens/").submit()

    assert page.shows("Taken back.")


def test_nobody_takes_back_that_of_another(browser, ann, bob):
    row, _ = AccessToken.issue(ann, "Hers")
    db.session.commit()
    page = browser.sign_in(bob).visit("/settings/tokens/new")
    fields = {"csrf_token": page.value("csrf_token")}

    with changes(AccessToken, by=0):
        answer = browser.send(f"/settings/tokens/{row.id}/delete", fields)
    assert answer.status == 404
