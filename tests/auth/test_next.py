import pytest

from tests.fixtures.cast import PASSWORD

# Each of them went through the check of another application.
TRICKS = [
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "http:evil.example",
    "https:evil.example",
    "http:/evil.example",
    "http:///evil.example",
    "http://evil.example",
    "https://evil.example/sign-in",
    "https://localhost@evil.example",
    "https://localhost.evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "@evil.example",
    "?next=//evil.example",
    "/\x00/evil.example",
    "/\x85/evil.example",
    "//[evil",
]


def sign_in_with(browser, wanted):
    """The answer to a right password, with this in the field ``next``."""
    fields = {"identifier": "ann", "password": PASSWORD, "next": wanted}
    token = browser.visit("/sign-in").value("csrf_token")
    return browser.client.post("/sign-in", data={**fields, "csrf_token": token})


def test_a_closed_page_is_opened_after_signing_in(browser, ann):
    page = browser.visit("/drafts/")

    page = page.submit(identifier="ann", password=PASSWORD)

    assert page.path == "/drafts/"


def test_the_whole_address_comes_back(browser, ann):
    page = browser.visit("/drafts/?after=1-1")

    page = page.submit(identifier="ann", password=PASSWORD)

    assert page.path == "/drafts/?after=1-1"


def test_a_refusal_in_between_forgets_nothing(browser, ann):
    page = browser.visit("/drafts/").submit(identifier="ann", password="not this one")

    page = page.submit(identifier="ann", password=PASSWORD)

    assert page.path == "/drafts/"


def test_the_page_carries_no_address_of_another_site(client, ann):
    asked = [client.get("/sign-in", query_string={"next": trick}) for trick in TRICKS]

    assert {answer.status_code for answer in asked} == {200}
    assert not [answer for answer in asked if "evil" in answer.text]


@pytest.mark.parametrize("wanted", TRICKS)
def test_signing_in_leads_to_no_other_site(browser, ann, wanted):
    assert sign_in_with(browser, wanted).location == "/"


def test_a_member_is_led_to_no_other_site_either(browser, ann):
    client = browser.sign_in(ann).client

    asked = [client.get("/sign-in", query_string={"next": trick}) for trick in TRICKS]

    assert {answer.location for answer in asked} == {"/"}


@pytest.mark.parametrize("wanted", ["/@ann", "/explore/?after=1-1", "/drafts/#end"])
def test_a_path_of_this_site_is_honoured(browser, ann, wanted):
    assert sign_in_with(browser, wanted).location == wanted


def test_the_address_wins_over_nothing(browser, ann):
    token = browser.visit("/sign-in").value("csrf_token")
    fields = {"identifier": "ann", "password": PASSWORD, "csrf_token": token}

    answer = browser.client.post("/sign-in?next=//evil.example", data=fields)

    assert answer.location == "/"
