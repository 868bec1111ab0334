from dataclasses import replace

import pytest

from app import create_app
from app.extensions import db


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "localhost:8000"])
def test_the_site_answers_to_its_names(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "evil.example:80",
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


def test_a_proxy_of_ours_is_believed(app, settings):
    behind = create_app(replace(settings, TRUSTED_PROXIES=1))
    db._app_engines[behind] = {None: db.session.get_bind()}
    headers = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "localhost"}

    answer = behind.test_client().get("/explore", headers=headers)

    assert answer.location == "https://localhost/explore/"
    assert "Strict-Transport-Security" in answer.headers
