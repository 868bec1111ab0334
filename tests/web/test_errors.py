import pytest
from flask import abort
from werkzeug.exceptions import TooManyRequests

from app.web.access import public

TITLES = {
    400: ("That didn’t arrive in one piece", "try again"),
    403: ("This drawer is locked", "only the person it belongs to can change it"),
    404: ("Someone spilled something", "There’s no page"),
    405: ("Wrong way in", "Start from the page"),
    409: ("Somebody was faster", "changed a moment ago"),
    413: ("That’s more than fits", "go back"),
    429: ("A little slower, please", "Wait a few minutes"),
    500: ("The ink ran out for a moment", "try again in a minute"),
    503: ("The shelves are out of reach", "Try again in a minute"),
}


@pytest.fixture
def failing(app, monkeypatch):
    """Let the page at /explore/ fail with an exception or a status."""

    def fail(with_what):
        def view(**_parts):
            raise with_what if isinstance(with_what, Exception) else abort(with_what)

        monkeypatch.setitem(app.view_functions, "explore.index", public(view))

    return fail


@pytest.fixture(params=["signed out", "signed in"])
def reader(request, browser, ann):
    """A browser of a visitor, then one of a member."""
    return browser.sign_in(ann) if request.param == "signed in" else browser


@pytest.mark.parametrize("code", TITLES)
def test_every_fault_has_a_page_that_says_what_to_do(reader, failing, code):
    failing(code)
    page = reader.visit("/explore/")

    title, words = TITLES[code]
    assert page.status == code
    assert page.text("h1") == title
    assert words in page.text("main p")


@pytest.mark.parametrize("code", [*TITLES, 406, 415, 418, 501, 504])
def test_every_fault_leads_on(reader, failing, code):
    failing(code)
    page = reader.visit("/explore/")

    assert page.status == code
    assert page.shows(f"(Error {code}")
    assert page.select("main a[href='/']")


@pytest.mark.parametrize("code", TITLES)
def test_the_title_of_the_window_says_it_too(browser, failing, code):
    failing(code)

    assert f"{TITLES[code][0]} ({code})" in browser.visit("/explore/").text("title")


def test_a_crash_is_a_page_too(reader, failing):
    failing(ZeroDivisionError("secret detail"))
    page = reader.visit("/explore/")

    assert page.status == 500
    assert page.text("h1") == TITLES[500][0]
    assert "secret detail" not in str(page.html)


def test_a_crash_has_a_reference_that_is_in_the_log(browser, failing, caplog):
    failing(ZeroDivisionError("secret detail"))
    page = browser.visit("/explore/")

    reference = page.text("main p").rpartition("reference ")[2].rstrip(")")
    assert f"reference {reference}" in caplog.text
    assert "secret detail" in caplog.text


def test_the_page_after_a_crash_works(reader, failing):
    failing(ZeroDivisionError())
    reader.visit("/explore/")

    assert reader.visit("/people").status == 200


def test_words_of_the_view_win_over_the_usual_ones(browser):
    page = browser.visit("/explore/?after=nonsense")

    assert page.shows("This link to an older page is damaged.")
    assert not page.shows("could not be read")


def test_the_words_of_the_library_are_never_shown(browser):
    assert not browser.visit("/no-such-page").shows("The requested URL")


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/explore/", {"GET", "HEAD", "OPTIONS"}), ("/sign-out", {"POST", "OPTIONS"})],
)
def test_a_wrong_method_is_told_the_right_ones(client, path, allowed):
    answer = client.delete(path)

    assert answer.status_code == 405
    assert set(answer.headers["Allow"].split(", ")) == allowed


def test_who_must_wait_is_told_how_long(client, failing):
    failing(TooManyRequests(retry_after=90))
    answer = client.get("/explore/")

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "90"


@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_fault_speaks_the_language_of_its_reader(browser, language):
    page = browser.visit("/no-such-page", **{"Accept-Language": language})

    assert page.select("html")[0]["lang"] == language
