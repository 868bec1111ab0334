from dataclasses import replace

import pytest

from app import create_app
from app.extensions import db
from tests.fixtures.cast import PASSWORD
from tests.support.browser import HEADERS, Page

THIRTY_DAYS = 30 * 24 * 3600


@pytest.fixture
def secure_client(app, settings, ann):
    """A client of the same site, at an https address."""
    secure = create_app(replace(settings, SITE_URL="https://localhost"))
    secure.testing = True
    db._app_engines[secure] = {None: db.session.get_bind()}
    return secure.test_client()


def signed_in(client, base="http://localhost", **fields):
    """The answer to a form with the right password."""
    page = Page(None, client.get("/sign-in", base_url=base))
    fields |= {"csrf_token": page.value("csrf_token")}
    fields |= {"identifier": "ann", "password": PASSWORD}
    headers = {**HEADERS, "Origin": base, "Referer": f"{base}/sign-in"}
    return client.post("/sign-in", data=fields, base_url=base, headers=headers)


def cookie_of(answer, name="login"):
    """What the answer says about the cookie, in small letters."""
    for line in answer.headers.getlist("Set-Cookie"):
        if line.startswith(f"{name}="):
            return line.lower()
    return None


def test_keep_me_signed_in_means_thirty_days(client, ann):
    assert f"max-age={THIRTY_DAYS};" in cookie_of(signed_in(client, keep="y"))


def test_otherwise_the_cookie_goes_when_the_browser_closes(client, ann):
    cookie = cookie_of(signed_in(client))

    assert "max-age" not in cookie
    assert "expires" not in cookie


@pytest.mark.parametrize("flag", ["httponly", "samesite=lax", "path=/"])
def test_the_cookie_stays_with_this_site_and_away_from_scripts(client, ann, flag):
    assert flag in cookie_of(signed_in(client))


def test_without_https_the_cookie_is_not_secure(client, ann):
    assert "secure" not in cookie_of(signed_in(client))


def test_with_https_the_cookie_is_bound_to_this_host(secure_client):
    cookie = cookie_of(signed_in(secure_client, "https://localhost"), "__Host-login")

    assert "; secure" in cookie
    assert "; path=/" in cookie
    assert "domain" not in cookie


def test_with_https_the_cookie_of_the_form_token_is_bound_too(secure_client):
    answer = secure_client.get("/sign-in", base_url="https://localhost")

    assert "; secure" in cookie_of(answer, "__Host-page")
    assert "; httponly" in cookie_of(answer, "__Host-page")


def test_with_https_the_bound_cookie_is_the_one_that_counts(secure_client):
    signed_in(secure_client, "https://localhost")

    answer = secure_client.get("/drafts/", base_url="https://localhost")

    assert answer.status_code == 200


def test_with_https_signing_out_takes_the_cookie_away(secure_client):
    base = "https://localhost"
    signed_in(secure_client, base)
    token = Page(None, secure_client.get("/", base_url=base)).value("csrf_token")
    headers = {"Origin": base, "Referer": f"{base}/"}

    answer = secure_client.post(
        "/sign-out", data={"csrf_token": token}, base_url=base, headers=headers
    )

    assert "max-age=0" in cookie_of(answer, "__Host-login")
    assert "; secure" in cookie_of(answer, "__Host-login")
