"""What every answer tells the browser that it may do with it."""

import pytest

from app import create_app
from config import Config
from tests.fixtures.application import KEY

PATHS = ["/", "/about", "/sign-in", "/nowhere", "/avatars/ann.svg"]


@pytest.fixture(params=PATHS)
def headers(browser, request):
    return browser.client.get(request.param).headers


def test_no_script_runs_that_stands_in_a_page(headers):
    policy = headers["Content-Security-Policy"].split("; ")

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in headers["Content-Security-Policy"]


def test_no_page_is_shown_in_a_frame_of_others(headers):
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"


def test_nothing_is_taken_for_another_kind_than_it_says(headers):
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_of_a_form_sends_it_nowhere_else(headers):
    policy = headers["Content-Security-Policy"]

    assert "form-action 'self'" in policy
    assert "base-uri 'none'" in policy


@pytest.mark.parametrize("name", ["evil.example", "localhost.evil.example"])
def test_the_site_answers_to_its_own_names_alone(browser, name):
    answer = browser.client.get("/sign-in", headers={"Host": name})

    assert answer.status_code == 400
    assert name not in answer.text


def test_no_script_and_no_other_site_has_the_cookie(browser, bob):
    cookie = browser.sign_in(bob).client.get_cookie("session")

    assert cookie.http_only
    assert cookie.same_site == "Lax"


def test_over_https_it_is_bound_to_this_very_host(tmp_path):
    config = Config(
        SECRET_KEY=KEY, INSTANCE_PATH=str(tmp_path), SITE_URL="https://ink.example"
    )
    client = create_app(config).test_client()
    answer = client.get("/sign-in", base_url="https://ink.example")

    assert answer.headers["Set-Cookie"].startswith("__Host-session=")
    assert "Secure" in answer.headers["Set-Cookie"]
    assert "max-age" in answer.headers["Strict-Transport-Security"]
