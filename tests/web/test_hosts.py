from dataclasses import replace

import pytest

from app import create_app
from app.extensions import db


@pytest.mark.parametrize(
    "host", ["localhost", "127.0.0.1", "localhost:8000", "LOCALHOST", "LocalHost:8000"]
)
def test_the_site_answers_to_its_names(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "evil.example:80",
        "EVIL.EXAMPLE",
        "LOCALHOST.EVIL.EXAMPLE",
        "LOC\xc0LHOST",
        "a b",
        "[",
        "x" * 300,
    ],
)
def test_to_no_other_name(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("path", ["/no-such-page", "/static/site.css", "/drafts/"])
def test_wherever_it_asks(client, path):
    answer = client.get(path, headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert "Content-Security-Policy" in answer.headers


def test_capitals_lead_to_the_same_address(client):
    answer = client.get("/explore", headers={"Host": "LOCALHOST"})

    assert answer.location == "http://localhost/explore/"


def test_further_names_may_be_set_in_capitals(settings):
    chosen = replace(settings, TRUSTED_HOSTS="WWW.Site.example").as_flask()

    assert "www.site.example" in chosen["TRUSTED_HOSTS"]


def test_a_form_for_another_host_is_refused_too(client, ann):
    answer = client.post("/sign-in", data={"x": 1}, headers={"Host": "evil.example"})

    assert answer.status_code == 400


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Proto": "https"},
        {"X-Forwarded-Prefix": "/evil"},
        {"Forwarded": "host=evil.example;proto=https"},
        {"X-Original-URL": "/drafts/"},
        {"X-Rewrite-URL": "/drafts/"},
    ],
)
def test_headers_that_anybody_can_send_are_not_believed(client, headers):
    answer = client.get("/explore", headers=headers)

    assert answer.location == "http://localhost/explore/"
    assert "Strict-Transport-Security" not in answer.headers


@pytest.mark.parametrize("hops", [1, 2])
@pytest.mark.parametrize("proto", ["https", "http, https"])
def test_proxies_of_ours_are_believed(app, settings, hops, proto):
    behind = create_app(replace(settings, TRUSTED_PROXIES=hops))
    db._app_engines[behind] = {None: db.session.get_bind()}
    headers = {"X-Forwarded-Proto": proto, "X-Forwarded-Host": "localhost"}

    answer = behind.test_client().get("/explore", headers=headers)

    assert answer.location == "https://localhost/explore/"
    assert "Strict-Transport-Security" in answer.headers


@pytest.mark.parametrize(
    "host",
    [
        "localhost.",
        "ann@localhost",
        "localhost@evil.example",
        "localhost:80@evil.example",
        "localhost, evil.example",
        "localhost evil.example",
        "localhost/evil",
        "localhost?evil",
        "localhost#evil",
        "localhost\t",
        "xn--localhost",
        "%6cocalhost",
        "localhost:http",
        "[::1",
        "127.1",
        "2130706433",
    ],
)
def test_a_name_that_almost_is_its_own_leads_nowhere(client, host):
    answer = client.get("/explore", headers={"Host": host})

    is_own = answer.location in {
        "http://localhost/explore/",
        "http://localhost./explore/",
    }
    assert answer.status_code == 400 or is_own
    assert "evil" not in (answer.location or "")


@pytest.mark.parametrize(
    "header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"]
)
def test_a_method_is_what_the_request_says(client, ann, header):
    answer = client.get("/explore/", headers={header: "DELETE"})

    assert answer.status_code == 200
    assert client.post("/@ann/follow", headers={header: "GET"}).status_code >= 400
