"""Every cookie there is: who gets one, and what it is bound to."""

from dataclasses import replace

import pytest

from app import create_app
from app.extensions import db
from tests.fixtures.cast import PASSWORD
from tests.support.browser import HEADERS, Page

BASE = "https://localhost"
CHOSEN = {"theme", "text", "face", "keys", "language", "time_zone"}


@pytest.fixture
def reader(app, settings, ann):
    """A client of the site at an https address."""
    secure = create_app(replace(settings, SITE_URL=BASE))
    db._app_engines[secure] = {None: db.session.get_bind()}
    return secure.test_client()


@pytest.fixture
def sent(reader):
    """Every cookie that the site sends to somebody who uses all that sets one."""
    choices = {"theme": "dark", "text": "large", "face": "sans", "keys": "off"}
    lines = send(reader, "/settings/appearance/", **choices)
    lines += send(
        reader, "/settings/language/", language="de", time_zone="Europe/Berlin"
    )
    fields = {"identifier": "ann", "password": PASSWORD, "keep": "y"}
    return lines + send(reader, "/sign-in", **fields)


def send(reader, path, **fields):
    """The cookies that come with a page, and with the answer to its form."""
    page = reader.get(path, base_url=BASE)
    fields["csrf_token"] = Page(None, page).value("csrf_token")
    headers = HEADERS | {"Origin": BASE, "Referer": f"{BASE}{path}"}
    answer = reader.post(path, data=fields, base_url=BASE, headers=headers)
    assert answer.status_code == 303
    return page.headers.getlist("Set-Cookie") + answer.headers.getlist("Set-Cookie")


def test_these_are_all_cookies_of_the_site(sent):
    names = {line.partition("=")[0].removeprefix("__Host-") for line in sent}

    assert names == {*CHOSEN, "device", "login", "page"}


def test_over_https_each_is_bound_to_this_host_by_its_name(sent):
    odd = [line for line in sent if not line.startswith("__Host-")]

    assert odd == []


@pytest.mark.parametrize(
    "flag", ["; Secure", "; HttpOnly", "; Path=/", "; SameSite=Lax"]
)
def test_no_script_reads_one_and_no_other_site_sends_one(sent, flag):
    assert [line for line in sent if flag not in line] == []


def test_none_is_for_a_whole_domain(sent):
    assert [line for line in sent if "domain" in line.lower()] == []


def test_what_was_chosen_is_read_from_the_bound_cookie(reader, sent):
    page = Page(None, reader.get("/explore/", base_url=BASE)).html.html

    assert (page["data-theme"], page["lang"]) == ("dark", "de")


def test_a_cookie_of_a_neighbour_is_not_believed(reader):
    reader.set_cookie("theme", "dark", domain="localhost")

    page = Page(None, reader.get("/explore/", base_url=BASE)).html.html

    assert "data-theme" not in page.attrs


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/explore/",
        "/people",
        "/@ann",
        "/search?q=tide",
        "/feed.atom",
        "/tags/",
        "/static/site.css",
        "/no-such-page",
        "/healthz",
        "/sw.js",
    ],
)
def test_whoever_only_reads_gets_none(client, ann, path):
    assert client.get(path).headers.getlist("Set-Cookie") == []
