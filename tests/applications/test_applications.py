"""Programs that members register, so that they may ask others."""

import pytest

from app.extensions import db
from app.models import AccessToken, Application, AuditEntry
from app.models.application import MOST
from tests.support.database import changes, fresh
from tests.support.oauth import BACK

QUILL = {"name": "Quill", "website": "https://quill.example", "redirect_uris": BACK}
WRONG = {
    "no name": {"name": " "},
    "a long name": {"name": "x" * 81},
    "a website that is none": {"website": "javascript:alert(1)"},
    "no place to go back to": {"redirect_uris": "\n"},
    "too many of them": {"redirect_uris": "\n".join(f"{BACK}{n}" for n in range(11))},
    "a place without https": {"redirect_uris": "http://quill.example/"},
    "a script": {"redirect_uris": f"{BACK}\njavascript:alert(1)"},
    "neither of two kinds": {"kind": "secret"},
}


@pytest.fixture
def page(browser, cleo):
    return browser.sign_in(cleo).visit("/settings/applications/new")


@pytest.fixture
def mine(browser, cleo, quill):
    """The page of an application of Cleo’s."""
    return browser.sign_in(cleo).visit(f"/settings/applications/{quill.id}")


def secret_on(page):
    [field] = page.select("#secret")
    return field["value"]


def test_a_secret_is_shown_once_and_kept_as_its_digest(page):
    shown = page.submit(**QUILL)

    application = db.session.query(Application).one()
    assert application.keeps(secret_on(shown))
    assert secret_on(shown) not in str(vars(application))
    assert shown.answer.headers["Cache-Control"] == "no-store"


def test_one_that_can_keep_none_has_none(page):
    shown = page.submit(**QUILL, kind="public")

    assert not db.session.query(Application).one().is_confidential
    assert shown.select("#secret") == []


def test_it_is_listed_and_written_down(page, browser):
    with changes(AuditEntry, by=1):
        page.submit(**QUILL)

    listed = browser.visit("/settings/applications/")
    assert listed.texts(".setting strong") == ["Quill"]


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused_and_kept_on_the_page(page, wrong):
    with changes(Application, by=0):
        refused = page.submit(**{**QUILL, **wrong})

    assert refused.status == 422
    assert refused.select("[role=alert]")


def test_there_is_an_end_to_how_many(page, cleo):
    for number in range(MOST):
        Application.register(cleo, f"Quill {number}", "", [BACK])
    db.session.commit()

    with changes(Application, by=0):
        assert page.submit(**QUILL).shows("You have 25. Delete one first.")


def test_it_is_changed(mine, quill):
    two = f"{BACK}\r\nexample.quill:/back\r\n{BACK}"
    mine.submit(name="Plume", redirect_uris=two)

    assert fresh(quill).name == "Plume"
    assert quill.redirect_uris == [BACK, "example.quill:/back"]


def test_the_page_shows_what_was_registered(mine):
    assert mine.value("website") == "https://quill.example"
    assert mine.value("redirect_uris") == BACK


def test_what_was_typed_wrong_changes_nothing(mine, quill):
    assert mine.submit(redirect_uris="javascript:alert(1)").status == 422
    assert fresh(quill).redirect_uris == [BACK]


def test_another_secret_takes_the_place_of_the_first(mine, quill):
    first = quill.renew_secret()
    db.session.commit()
    shown = mine.submit(".setting form[action$='/secret/']")

    assert fresh(quill).keeps(secret_on(shown))
    assert not quill.keeps(first)


def test_with_it_go_all_tokens_that_it_was_given(mine, dancer, browser, cleo):
    dancer.dance()
    browser.sign_in(cleo)

    with changes(AccessToken, by=-1):
        mine.submit(".setting form[action$='/delete']")


@pytest.mark.parametrize("what", ["", "/delete", "/secret/"])
def test_nobody_touches_those_of_others(browser, bob, quill, what):
    page = browser.sign_in(bob).visit("/settings/applications/new")
    fields = {"csrf_token": page.value("csrf_token"), **QUILL, "name": "Mine"}
    sent = browser.send(f"/settings/applications/{quill.id}{what}", fields)

    assert sent.status == 404
    assert fresh(quill).name == "Quill"
