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

    chosen = [choice["value"] for choice in page.select("main [checked]")]
    assert chosen == ["auto", "small", "sans", "on"]


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


def test_letters_can_be_turned_off(browser, send):
    send(keys="off")
    send(theme="dark")

    assert browser.visit("/").select("html")[0]["data-keys"] == "off"


def test_a_menu_gets_no_page_and_no_notice(browser, ann, send):
    token = browser.visit("/settings/appearance/").value("csrf_token")
    answer = browser.client.post(
        "/settings/appearance/",
        data={"text": "large", "csrf_token": token},
        headers={"X-Part": "looks"},
    )

    assert (answer.status_code, answer.data) == (204, b"")
    assert not browser.visit("/explore/").select(".notice")


def test_reading_on_is_one_link_and_one_button_away(browser, essay):
    page = browser.visit(essay.path)
    page = browser.visit(page.select(".looks a")[0]["href"]).submit(text="large")

    assert page.path == essay.path
    assert page.select("html")[0]["data-text"] == "large"


def test_a_visitors_page_stays_one_for_every_cache(browser, essay):
    answer = browser.client.get(essay.path)

    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("trick", TRICKS)
def test_back_in_the_address_leads_to_no_other_site(browser, trick):
    answer = browser.client.get("/settings/appearance/", query_string={"back": trick})
    page = browser.visit(answer.request.full_path).submit(text="large")

    assert page.path == "/settings/appearance/"
