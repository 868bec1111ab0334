"""What acts for somebody, and taking it back."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import AccessToken, Application
from app.models.access_token import GRANTED, PERSONAL, RENEWED_WITHIN
from app.models.columns import now
from app.web.pruning import prune
from tests.support.database import changes, queries


def give(person, name="Backup script", **known):
    row, token = AccessToken.issue(person, PERSONAL, name, ["posts:read"], **known)
    db.session.commit()
    return row, token


def give_application(person, of, name="Quill"):
    known = db.session.query(Application).filter_by(name=name).first()
    app = known or Application(
        user_id=of.id, name=name, client_id=name, redirect_uris=[]
    )
    db.session.add(app)
    db.session.flush()
    AccessToken.issue(person, GRANTED, name, ["posts:read"], application=app)
    db.session.commit()
    return app


@pytest.fixture
def visit(browser, bob):
    browser.sign_in(bob)
    return lambda: browser.visit("/settings/tokens/")


def test_each_kind_is_listed(visit, bob, cleo):
    give(bob)
    AccessToken.sign_in(bob, "conduit-cli/1.0")
    give_application(bob, of=cleo)

    names = visit().texts(".setting strong")

    assert names == ["Backup script", "Quill", "conduit-cli/1.0"]


def test_words_say_what_it_may_do(visit, bob):
    give(bob)

    assert "Read what you can read" in visit().text(".setting .hint")


def test_those_of_others_and_those_that_ended_are_not_listed(visit, bob, cleo):
    give(cleo)
    give(bob, expires_at=now() - timedelta(seconds=1))

    assert visit().texts(".setting strong") == []


def test_what_is_taken_back_is_good_for_nothing(visit, bob, program):
    _, token = give(bob)

    with changes(AccessToken, by=-1):
        visit().submit(".setting form")

    assert program.showing(token).get("/user").status_code == 401


def test_nobody_takes_back_what_is_not_theirs(browser, visit, cleo):
    row, _ = give(cleo)
    fields = {"csrf_token": visit().value("csrf_token")}

    with changes(AccessToken, by=0):
        sent = browser.send(f"/settings/tokens/{row.id}/delete", fields)

    assert sent.status == 404


def test_an_application_loses_all_of_its_tokens_at_once(visit, bob, cleo):
    for _ in range(3):
        give_application(bob, of=cleo)
    give_application(cleo, of=cleo)

    with changes(AccessToken, by=-3):
        visit().submit(".setting form")

    assert db.session.query(AccessToken).one().user_id == cleo.id


def test_one_that_was_never_let_in_is_not_found(browser, visit, cleo):
    app = give_application(cleo, of=cleo)
    fields = {"csrf_token": visit().value("csrf_token")}

    sent = browser.send(f"/settings/allowed-applications/{app.id}/delete", fields)

    assert sent.status == 404


def test_the_page_costs_the_same_for_many(visit, bob, cleo):
    for number in range(25):
        give(bob)
        AccessToken.sign_in(bob, "conduit-cli/1.0")
        give_application(bob, of=cleo, name=f"Quill {number}")
    visit()

    with queries(at_most=6):
        visit()


def test_what_has_ended_is_pruned_unless_it_can_be_renewed(bob):
    give(bob, expires_at=now())
    give(bob)
    row, _ = give(bob, expires_at=now())
    row.refresh_digest = "renewable"
    old, _ = give(bob, expires_at=now() - RENEWED_WITHIN)
    old.refresh_digest = "too old"
    db.session.commit()

    assert prune()["access_token"] == 2
