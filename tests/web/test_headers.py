import pytest

EVERY_KIND = [
    ("get", "/", 200),
    ("get", "/explore/", 200),
    ("get", "/drafts/", 303),
    ("get", "/no-such-page", 404),
    ("get", "/explore/?after=nonsense", 400),
    ("get", "/explore", 308),
    ("post", "/explore/", 405),
    ("put", "/explore/", 405),
    ("post", "/posts", 401),
    ("post", "/sign-in", 400),
    ("head", "/", 200),
    ("options", "/", 200),
    ("get", "/static/site.css", 200),
    ("get", "/static/no-such-file", 404),
    ("get", "/avatars/ann.svg", 200),
    ("get", "/healthz", 200),
]
SECURITY = {
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
}


@pytest.fixture
def policy(client):
    """The content security policy, as a dictionary."""
    header = client.get("/").headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in header.split(";"))


@pytest.mark.parametrize(("method", "path", "status"), EVERY_KIND)
def test_every_answer_carries_the_security_headers(client, method, path, status):
    answer = client.open(path, method=method.upper())

    assert answer.status_code == status
    assert set(answer.headers.keys()) >= SECURITY


@pytest.mark.parametrize("path", ["/", "/drafts/", "/explore/?after=nonsense"])
def test_so_do_the_answers_to_members(browser, ann, path):
    answer = browser.sign_in(ann).client.get(path)

    assert set(answer.headers.keys()) >= SECURITY


def test_nothing_unsafe_is_allowed(policy):
    assert "unsafe" not in " ".join(policy.values())
    assert "*" not in " ".join(policy.values())
    assert "data:" not in policy["script-src"]


@pytest.mark.parametrize(
    ("directive", "sources"),
    [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("base-uri", "'none'"),
        ("form-action", "'self'"),
        ("frame-ancestors", "'none'"),
    ],
)
def test_the_policy_begins_with_nothing(policy, directive, sources):
    assert policy[directive] == sources


def test_pages_need_nothing_that_the_policy_forbids(browser, ann, essay):
    page = browser.sign_in(ann).visit(essay.path)

    # A block of data is no script: nothing of it is run (HTML, section 4.12.1).
    scripts = "script:not([src], [type='application/ld+json'])"
    assert not page.select(f"[style], style, {scripts}")
    assert not [
        tag for tag in page.select("*") if any(a[:2] == "on" for a in tag.attrs)
    ]


def test_over_https_the_browser_is_told_to_stay_there(client):
    answer = client.get("/", base_url="https://localhost")

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_over_http_it_is_not(client):
    assert "Strict-Transport-Security" not in client.get("/").headers


def test_pages_say_what_they_are(client):
    assert client.get("/").headers["Content-Type"] == "text/html; charset=utf-8"
