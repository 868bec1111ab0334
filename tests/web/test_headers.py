"""What each kind of answer tells the browser that gets it, whoever asks and however."""

from dataclasses import replace

import pytest

from app import create_app
from app.extensions import db
from tests.support.answers import steady_headers
from tests.web.full_site import fill
from tests.web.test_closed import addresses

EVERY_KIND = [
    ("get", "/", 200),
    ("get", "/explore/", 200),
    ("get", "/drafts/", 303),
    ("get", "/no-such-page", 404),
    ("get", "/explore/?after=nonsense", 400),
    ("get", "/explore", 308),
    ("get", "/no\0where", 404),
    ("post", "/explore/", 405),
    ("put", "/explore/", 405),
    ("trace", "/", 405),
    ("brew", "/", 405),
    ("post", "/posts", 401),
    ("post", "/sign-in", 400),
    ("head", "/", 200),
    ("options", "/", 200),
    ("get", "/static/site.css", 200),
    ("get", "/static/no-such-file", 404),
    ("get", "/avatars/ann.svg", 200),
    ("get", "/healthz", 200),
    ("get", "/sw.js", 200),
    ("get", "/feed.atom", 200),
]
ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PAGE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "inklings",
}
FILE = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
PICTURE = {"default-src": "'none'", "sandbox": ""}
RUN = ("text/html", "text/javascript")


def policy_of(answer):
    """The content security policy of an answer, as a dictionary."""
    parts = answer.headers["Content-Security-Policy"].split("; ")
    return {part.partition(" ")[0]: part.partition(" ")[2] for part in parts}


def expected_policy(path, answer):
    if path.startswith("/media/") and answer.mimetype.startswith("image/"):
        return PICTURE
    if path.startswith("/oauth/authorize?") and answer.status_code == 200:
        # Where the form sends people back to counts, too.
        return {**PAGE, "form-action": "'self' https://quill.example"}
    return PAGE if answer.mimetype in RUN else FILE


def faults(path, answer):
    """What an answer does not say, or says wrong."""
    for name, value in ALWAYS.items():
        if answer.headers.getlist(name) != [value]:
            yield name
    if policy_of(answer) != expected_policy(path, answer):
        yield "Content-Security-Policy"
    is_public = answer.headers.get("Cache-Control", "").startswith("public")
    # What programs ask: a browser never shows a token by itself.
    is_for_all = is_public or path.startswith(("/api/", "/oauth/token", "/oauth/rev"))
    shown_by = "cross-origin" if is_for_all else "same-origin"
    if answer.headers.getlist("Cross-Origin-Resource-Policy") != [shown_by]:
        yield "Cross-Origin-Resource-Policy"
    if answer.headers["Referrer-Policy"] not in {"same-origin", "no-referrer"}:
        yield "Referrer-Policy"
    if "camera=()" not in answer.headers["Permissions-Policy"]:
        yield "Permissions-Policy"


@pytest.fixture
def configured(app, settings):
    """The same site with other settings: ``configured(HSTS="subdomains")``."""

    def start(**other):
        site = create_app(replace(settings, **other))
        db._app_engines[site] = {None: db.session.get_bind()}
        return site.test_client()

    return start


@pytest.mark.parametrize(("method", "path", "status"), EVERY_KIND)
def test_every_kind_of_answer_says_what_browsers_may_do(client, method, path, status):
    answer = client.open(path, method=method.upper())

    assert answer.status_code == status
    assert list(faults(path, answer)) == []


def test_so_does_every_address_to_everybody(app, browser, ann, bob, cleo, heron):
    paths = [*addresses(app), *fill(ann, bob, cleo, heron)]
    wrong = []
    for reader in (None, bob, ann):
        browser.forget_cookies()
        if reader:
            browser.sign_in(reader)
        for path in dict.fromkeys(paths):
            answer = browser.client.get(path)
            wrong += [f"{path}: {fault}" for fault in faults(path, answer)]

    assert wrong == []


@pytest.mark.parametrize("path", ["/explore/", "/static/site.css", "/feed.atom"])
def test_so_does_an_answer_that_nothing_is_new(client, path):
    whole = client.get(path)

    again = client.get(path, headers={"If-None-Match": whole.headers["ETag"]})

    assert again.status_code == 304
    assert policy_of(again) == policy_of(whole)
    assert all(again.headers[name] == value for name, value in ALWAYS.items())


def test_so_does_a_page_that_is_kept(configured, essay):
    client = configured(PAGE_CACHE=60)
    drawn, kept = client.get("/explore/"), client.get("/explore/")

    known = {"If-None-Match": kept.headers["ETag"]}
    again = client.get("/explore/", headers=known)

    assert list(faults("/explore/", kept)) == []
    assert dict(steady_headers(kept)) == dict(steady_headers(drawn))
    assert (again.status_code, policy_of(again)) == (304, PAGE)


def test_so_does_an_answer_under_a_strange_name(client):
    answer = client.get("/", headers={"Host": "evil.example"})

    assert answer.status_code == 400
    assert list(faults("/", answer)) == []


def test_so_does_an_answer_whose_last_steps_failed(app, client, monkeypatch):
    def fail(_response):
        raise ZeroDivisionError

    monkeypatch.setattr(app, "testing", False)
    monkeypatch.setitem(app.after_request_funcs, None, [fail])
    answer = client.get("/explore/")

    assert answer.status_code == 500
    assert answer.headers["Content-Security-Policy"]
    assert all(answer.headers[name] == value for name, value in ALWAYS.items())


def test_nothing_unsafe_is_allowed(client):
    policy = policy_of(client.get("/"))

    assert "unsafe" not in " ".join(policy.values())
    assert "*" not in " ".join(policy.values())
    assert "data:" not in " ".join(policy.values())


def test_pages_need_nothing_that_the_policy_forbids(browser, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)

    # A block of data is no script: nothing of it is run (HTML, section 4.12.1).
    scripts = "script:not([src], [type='application/ld+json'])"
    assert not page.select(f"[style], style, {scripts}")
    assert not [
        tag for tag in page.select("*") if any(a[:2] == "on" for a in tag.attrs)
    ]


@pytest.mark.parametrize(
    ("hsts", "said"),
    [
        ("host", "max-age=31536000"),
        ("subdomains", "max-age=31536000; includeSubDomains"),
        ("preload", "max-age=31536000; includeSubDomains; preload"),
    ],
)
def test_over_https_the_browser_is_told_to_stay_there(configured, hsts, said):
    answer = configured(HSTS=hsts).get("/", base_url="https://localhost")

    assert answer.headers["Strict-Transport-Security"] == said
    assert policy_of(answer) == PAGE | {"upgrade-insecure-requests": ""}


def test_over_http_it_is_not(client):
    assert "Strict-Transport-Security" not in client.get("/").headers


def test_pages_say_what_they_are(client):
    assert client.get("/").headers["Content-Type"] == "text/html; charset=utf-8"
