import pytest

from app.extensions import db
from app.models import Account
from tests.support.browser import Browser

ARABIC = {"Accept-Language": "ar-EG,ar;q=0.9,en;q=0.5"}


def tongue(page):
    """The language of the page and the side that it begins on."""
    html = page.select("html")[0]
    return html["lang"], html["dir"]


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("de-AT, en;q=0.5", ("de", "ltr")),
        ("de;q=0, ar;q=0.1", ("ar", "rtl")),
        ("en", ("en", "ltr")),
        ("de-AT,de;q=0.9", ("de", "ltr")),
        ("ar", ("ar", "rtl")),
        ("fr,de;q=0.5,en;q=0.3", ("de", "ltr")),
        ("tlh", ("en", "ltr")),
        ("", ("en", "ltr")),
        ("*", ("en", "ltr")),
        ("de;q=nonsense, ;;;,\u00ff", ("en", "ltr")),
    ],
)
def test_a_visitor_reads_what_the_browser_asks_for(browser, asked, answered):
    assert tongue(browser.visit("/", **{"Accept-Language": asked})) == answered


def test_the_cookie_wins_over_the_browser(browser):
    browser.visit("/settings/language/").submit(language="de")

    assert tongue(browser.visit("/", **ARABIC)) == ("de", "ltr")


def test_the_account_wins_over_the_cookie(browser, ann):
    browser.client.set_cookie("language", "de")
    ann_s = db.session.query(Account).one()
    ann_s.language = "ar"
    db.session.commit()

    assert tongue(browser.sign_in(ann).visit("/")) == ("ar", "rtl")


def test_an_account_without_a_choice_leaves_it_to_the_cookie(browser, ann):
    browser.client.set_cookie("language", "de")

    assert tongue(browser.sign_in(ann).visit("/", **ARABIC)) == ("de", "ltr")


def test_a_choice_goes_along_to_other_browsers(app, browser, ann):
    browser.sign_in(ann).visit("/settings/language/").submit(language="ar")

    other = Browser(app.test_client()).sign_in(ann)

    assert tongue(other.visit("/")) == ("ar", "rtl")


def test_the_answer_to_the_choice_is_in_that_language(browser, ann):
    page = browser.sign_in(ann).visit("/settings/language/").submit(language="ar")

    assert tongue(page) == ("ar", "rtl")
    assert page.value("language") == "ar"


def test_the_way_back_is_as_the_browser_asks(browser, ann):
    page = browser.sign_in(ann).visit("/settings/language/").submit(language="ar")
    page.submit(language="")

    assert tongue(browser.visit("/", **{"Accept-Language": "de"})) == ("de", "ltr")


@pytest.mark.parametrize("language", ["fr", "EN", "../de", "a" * 5000, '"><script>'])
def test_an_unknown_language_is_refused(browser, ann, language):
    page = browser.sign_in(ann).visit("/settings/language/").submit(language=language)

    assert page.status == 422
    assert db.session.query(Account.language).scalar() == ""


@pytest.mark.parametrize("language", ["fr", "../de", "en-GB-x", "\u00fc"])
def test_an_unknown_language_in_the_cookie_is_nothing(browser, language):
    browser.client.set_cookie("language", language)

    assert tongue(browser.visit("/", **{"Accept-Language": "de"})) == ("de", "ltr")


def test_a_visitor_changes_nobody_s_account(browser, ann):
    browser.visit("/settings/language/").submit(language="ar")

    assert db.session.query(Account.language).scalar() == ""
