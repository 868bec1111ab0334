import pytest

from tests.auth.test_next import TRICKS


@pytest.fixture
def send(browser):
    """Send some of the fields of the form, and see the bare answer."""
    token = browser.visit("/settings/").value("csrf_token")

    def send(**fields):
        fields = {**fields, "csrf_token": token}
        return browser.client.post("/settings/", data=fields)

    return send


def test_a_form_with_only_the_paper_keeps_the_language(browser, send):
    send(language="de")
    send(theme="dark")

    html = browser.visit("/").select("html")[0]
    assert html["lang"] == "de"
    assert html["data-theme"] == "dark"


def test_a_form_with_only_the_language_keeps_the_paper(browser, send):
    send(theme="dark")
    send(language="de")

    html = browser.visit("/").select("html")[0]
    assert html["lang"] == "de"
    assert html["data-theme"] == "dark"


def test_the_paper_from_the_menu_keeps_the_language_of_the_account(browser, ann):
    page = browser.sign_in(ann).visit("/settings/").submit(language="ar")

    page = page.submit("#me form", button="dark")

    assert page.select("html")[0]["lang"] == "ar"


def test_the_reader_goes_back_to_where_they_were(send):
    assert send(theme="dark", back="/people").location == "/people"


def test_back_leads_to_no_other_site(send):
    led = {send(theme="dark", back=trick).location for trick in TRICKS}

    assert led == {"/settings/"}


def test_a_form_without_its_token_changes_nothing(browser, app):
    page = browser.send("/settings/", {"theme": "dark"})

    assert page.status == 400
    assert browser.client.get_cookie("theme") is None


def test_visitors_have_no_profile_to_edit(browser):
    assert not browser.visit("/settings/").shows("Edit profile")


def test_members_find_their_profile_there(browser, ann):
    assert browser.sign_in(ann).visit("/settings/").shows("Edit profile")
