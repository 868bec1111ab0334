import pytest

from app.models import Site
from tests.setup.test_create import ADMIN
from tests.support.database import changes


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/explore/",
        "/people",
        "/sign-in",
        "/sign-up",
        "/settings/",
        "/posts/new",
        "/drafts/",
        "/@ann",
        "/@ann/a-post",
        "/@ann/followers",
    ],
)
def test_an_empty_site_leads_every_page_to_the_first_one(browser, empty_site, path):
    page = browser.visit(path)

    assert page.path == "/setup/"
    assert page.text("h1") == "The first page"


@pytest.mark.parametrize("path", ["/sign-up", "/posts", "/sign-in", "/@ann/follow"])
def test_nothing_can_be_sent_to_an_empty_site(client, empty_site, path):
    assert client.post(path).status_code in {303, 400, 401}


@pytest.mark.parametrize("path", ["/static/site.css", "/healthz", "/avatars/ann.svg"])
def test_what_needs_no_site_answers_before_there_is_one(client, empty_site, path):
    assert client.get(path).status_code == 200


def test_an_empty_site_has_a_page_for_wrong_addresses(browser, empty_site):
    page = browser.visit("/no-such-page")

    assert page.status == 404
    assert page.text(".brand") == "Inklings"


def test_the_page_can_be_used_in_the_language_of_the_browser(browser, empty_site):
    page = browser.visit("/", **{"Accept-Language": "ar"})

    assert page.select("html")[0]["dir"] == "rtl"


def test_the_first_page_does_not_exist_afterwards(browser, app):
    assert browser.visit("/setup/").status == 404


def test_its_form_says_that_somebody_was_faster(browser, ann):
    token = browser.visit("/sign-in").value("csrf_token")

    with changes(Site, by=0):
        page = browser.send("/setup/", {**ADMIN, "csrf_token": token})

    assert page.status == 409


def test_not_even_for_the_admin(browser, ann):
    assert browser.sign_in(ann).visit("/setup/").status == 404


def test_once_there_is_a_site_every_worker_knows_it(browser, empty_site):
    browser.visit("/").submit(**ADMIN)

    assert browser.visit("/setup/").status == 404
