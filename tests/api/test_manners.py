"""How the API treats whoever asks: pages of other sites, and strangers in a hurry."""

import pytest

from tests.web.test_closed import addresses

ELSEWHERE = {"Origin": "https://elsewhere.example"}
ASKS_FIRST = {**ELSEWHERE, "Access-Control-Request-Method": "PUT"}
#: A way to each failure that one comes upon without trying hard.
FAILURES = [
    ("GET", "/api/user", {}, 401),
    ("GET", "/api/user", {"Authorization": "Bearer made-up"}, 401),
    ("GET", "/api/nothing-here", {}, 404),
    ("PATCH", "/api/tags", {}, 405),
    ("GET", "/api/tags", {"Accept": "text/html"}, 406),
    ("POST", "/api/users", {"Content-Type": "text/plain"}, 415),
    ("GET", "/api/tags", {"Host": "evil.example"}, 400),
]


@pytest.mark.parametrize(("method", "path", "headers", "status"), FAILURES)
def test_a_failure_is_json_that_any_page_may_read(
    client, method, path, headers, status
):
    answer = client.open(
        path, method=method, headers={**ELSEWHERE, **headers}, data="x"
    )

    assert (answer.status_code, answer.mimetype) == (status, "application/json")
    assert answer.json["errors"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/api/user", "/api/articles/x", "/api/nothing-here"])
def test_a_browser_that_asks_first_is_told_so_without_a_token(client, path):
    answer = client.options(path, headers=ASKS_FIRST)

    assert (answer.status_code, answer.data) == (204, b"")
    assert "PUT" in answer.headers["Access-Control-Allow-Methods"]
    assert "If-Match" in answer.headers["Access-Control-Allow-Headers"]


def test_no_browser_is_asked_for_its_cookies(client):
    answer = client.options("/api/user", headers=ASKS_FIRST)

    assert "Access-Control-Allow-Credentials" not in answer.headers


def test_nothing_else_of_the_site_is_read_by_other_pages(app, client, essay):
    found = {
        path
        for path in addresses(app)
        if "Access-Control-Allow-Origin" in client.get(path, headers=ELSEWHERE).headers
    }
    outside = {path for path in found if not path.startswith("/api/")}

    # A card of a post is made for the pages of others, and applications may be pages.
    assert outside == {"/oembed", "/oauth/token", "/oauth/revoke"}


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_no_cookie_is_set_anywhere(app, program, ann, method):
    program.acting_for(ann)
    paths = {path for path in addresses(app) if path.startswith("/api/")}

    for path in paths:
        answer = program.client.open(path, method=method, headers=program.headers)
        assert "Set-Cookie" not in answer.headers, path


def test_nor_is_any_read(browser, ann):
    answer = browser.sign_in(ann).client.get("/api/user")

    assert answer.status_code == 401
    assert "Cookie" not in answer.headers["Vary"]


@pytest.mark.parametrize(
    "accept",
    ["*/*", "application/*", "application/json; charset=utf-8", "text/html, */*;q=0.1"],
)
def test_json_may_be_asked_for_in_many_ways(program, accept):
    assert program.get("/tags", headers={"Accept": accept}).status_code == 200


def test_json_may_be_ruled_out(program):
    answer = program.get("/tags", headers={"Accept": "application/json;q=0, */*"})

    assert answer.status_code == 406


def test_what_may_be_done_at_an_address_can_be_asked(client):
    answer = client.options("/api/user")

    assert answer.status_code == 204
    assert {"GET", "HEAD", "OPTIONS", "PUT"} == set(answer.allow)


def test_a_wrong_method_is_told_the_right_ones(client):
    answer = client.post("/api/tags")

    assert answer.status_code == 405
    assert {"GET", "HEAD", "OPTIONS"} == set(answer.allow)


def test_the_head_is_that_of_the_whole(client, essay):
    whole, head = client.get("/api/articles"), client.head("/api/articles")

    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == whole.headers["ETag"]
    assert head.content_length == whole.content_length


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-HTTP-Method"])
def test_no_header_makes_another_method_of_it(program, ann, essay, header):
    program.acting_for(ann)
    slug = program.get("/articles").json["articles"][0]["slug"]

    answer = program.get(f"/articles/{slug}?_method=DELETE", headers={header: "DELETE"})

    assert answer.status_code == 200
    assert program.get(f"/articles/{slug}").status_code == 200


def test_more_than_fits_is_told_so(client):
    data = b'{"user": "' + b"x" * 3_200_000 + b'"}'

    answer = client.post("/api/users", data=data, content_type="application/json")

    assert answer.status_code == 413
    assert answer.json["errors"] == {"body": ["is too large"]}


def test_a_crash_is_told_in_the_same_shape(app, client, monkeypatch):
    monkeypatch.setitem(app.view_functions, "api.tags.index", crash)

    answer = client.get("/api/tags", headers=ELSEWHERE)

    assert answer.status_code == 500
    assert answer.json["errors"].keys() == {"server"}
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def crash():
    raise ZeroDivisionError


crash.is_public = True
