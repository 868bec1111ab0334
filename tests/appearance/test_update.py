import pytest

from tests.auth.test_next import TRICKS


@pytest.fixture
def send(browser):
    """Send some of the fields of the form, and see the bare answer."""
    token = browser.visit("/settings/appearance/").value("csrf_token")

    def send(**fields):
        fields = {**fields, "csrf_token": token}
        return browser.client.post("/settings/appearance/", data=fields)

    return send


def test_a_form_with_only_the_paper_keeps_the_reading_size(browser, send):
    send(text="large", face="sans")
    send(theme="dark")

    html = browser.visit("/").select("html")[0]
    assert html["data-text"] == "large"
    assert html["data-face"] == "sans"
    assert html["data-theme"] == "dark"


def test_the_usual_size_and_face_are_said_by_nothing(browser, send):
    send(text="large", face="sans")
    send(text="book", face="serif")

    html = browser.visit("/").select("html")[0]
    assert not {"data-text", "data-face"} & set(html.attrs)


def test_the_form_shows_what_was_chosen(browser):
    page = browser.visit("/settings/appearance/").submit(text="small", face="sans")

    assert (page.value("text"), page.value("face")) == ("small", "sans")


@pytest.mark.parametrize("name", ["text", "face"])
@pytest.mark.parametrize("choice", ["", "huge", '"><script>', "d" * 5000])
def test_an_unknown_choice_is_refused(browser, name, choice):
    page = browser.visit("/settings/appearance/").submit(**{name: choice})

    assert page.status == 422
    assert browser.client.get_cookie(name) is None


@pytest.mark.parametrize("choice", ["huge", '"><script>', "\u00fc"])
def test_an_unknown_choice_in_a_cookie_is_nothing(browser, choice):
    browser.client.set_cookie("text", choice)

    assert "data-text" not in browser.visit("/").select("html")[0].attrs


def test_the_reader_goes_back_to_where_they_were(send):
    assert send(theme="dark", back="/people").location == "/people"


def test_back_leads_to_no_other_site(send):
    led = {send(theme="dark", back=trick).location for trick in TRICKS}

    assert led == {"/settings/appearance/"}


def test_a_form_without_its_token_changes_nothing(browser, app):
    page = browser.send("/settings/appearance/", {"theme": "dark"})

    assert page.status == 400
    assert browser.client.get_cookie("theme") is None
