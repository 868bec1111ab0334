"""What programs find at the addresses of the authorization server."""

import pytest

from app.models.access_token import Scope

STRANGE = {
    "nothing": {},
    "no grant": {"grant_type": "password"},
    "a strange grant": {"grant_type": 'ü"\\'},
    "nobody": {"grant_type": "authorization_code", "client_id": "ü"},
    "a null": {"grant_type": "refresh_token", "client_id": "a\x00b"},
    "no token": {"grant_type": "refresh_token", "client_id": "unknown"},
}
HEADS = ["Basic", "Basic !!!", "Basic AAAA", "Basic Og==", "Bearer ink_x", "Basic /w=="]


def test_metadata_says_where_and_how(client, app):
    said = client.get("/.well-known/oauth-authorization-server").json
    site = app.config["SITE_URL"]

    assert said["issuer"] == site
    assert said["token_endpoint"] == f"{site}/oauth/token"
    assert said["scopes_supported"] == list(Scope)


@pytest.mark.parametrize("where", ["token", "revoke"])
@pytest.mark.parametrize("form", STRANGE.values(), ids=STRANGE)
def test_whatever_is_wrong_is_an_error_by_the_book(client, where, form):
    answer = client.post(f"/oauth/{where}", data=form)

    assert answer.status_code in {400, 401}
    assert answer.json["error"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("head", HEADS)
def test_so_is_what_is_wrong_in_the_head(client, head):
    form = {"grant_type": "refresh_token"}
    answer = client.post("/oauth/token", data=form, headers={"Authorization": head})

    assert answer.status_code in {400, 401}
    assert answer.json["error"]


def test_json_is_no_form(client):
    answer = client.post("/oauth/token", json={"grant_type": "refresh_token"})

    assert answer.status_code in {400, 415}


def test_no_cookie_is_read_or_set(client, browser, bob):
    answer = browser.sign_in(bob).client.post("/oauth/token", data={})

    assert answer.status_code == 400
    assert "Set-Cookie" not in answer.headers


def test_a_get_fetches_nothing(client):
    assert client.get("/oauth/token").status_code == 405


def test_who_guesses_is_told_to_wait(client):
    for _ in range(100):
        client.post("/oauth/token", data={})

    assert client.post("/oauth/token", data={}).status_code == 429
