"""Whatever arrives at whatever address: it is answered, and never with a crash."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import EnvironBuilder, run_wsgi_app

from tests.support.prose import a_property
from tests.web.full_site import fill
from tests.web.test_closed import addresses

#: What no form or link of ours sends, as bytes of a path, a value or a header.
ODD = [
    b"\x00",
    b"a\x00b",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xc3",
    b"%00",
    b"%2f..%2f..%2fetc",
    b"../../../etc/passwd",
    b"..\\..\\windows",
    b"'; DROP TABLE post; --",
    b"<script>alert(1)</script>",
    b"{{7*7}}${7*7}%s%n",
    b"\r\nSet-Cookie: a=b",
    b"-1",
    b"9" * 30,
    b"1e999",
    b"NaN",
    b"[]",
    "\u202e\u0000\U0001f9ff".encode(),
    "İıſß".encode(),
    b"//evil.example",
    b"x" * 5000,
]
#: What addresses of ours ask for, and what they do not.
QUESTIONS = ["after", "before", "q", "to", "next", "back", "from", "as", "page", "url"]
QUESTIONS += ["format", "sort", "kind", "order", "in", "lang", "state", "code", "x[]"]
HEADERS = ["COOKIE", "ACCEPT", "ACCEPT_LANGUAGE", "IF_NONE_MATCH", "IF_MODIFIED_SINCE"]
HEADERS += ["RANGE", "USER_AGENT", "REFERER", "ORIGIN", "X_PART", "AUTHORIZATION"]
HEADERS += ["CONTENT_TYPE", "X_FORWARDED_FOR", "ACCEPT_ENCODING", "IF_RANGE"]

odd = st.sampled_from(ODD) | st.binary(max_size=20)
methods = st.sampled_from(
    ["GET", "GET", "HEAD", "OPTIONS", "PROPFIND", "PO\u00ffST", ""]
)


@pytest.fixture
def paths(app, ann, bob, cleo, heron):
    return sorted({*addresses(app), *fill(ann, bob, cleo, heron)})


@pytest.fixture(params=["a visitor", "the admin"])
def cookie(request, app, browser, ann):
    """What the browser of this reader sends along."""
    if request.param == "a visitor":
        return b""
    client = browser.sign_in(ann).client
    name = app.config["LOGIN_COOKIE"]
    return f"{name}={client.get_cookie(name).value}".encode()


def asked(app, path, method, question, headers):
    """The status of an answer to bytes as a server hands them on."""
    environ = EnvironBuilder(path="/").get_environ()
    environ |= {"REQUEST_METHOD": method, "PATH_INFO": path.decode("latin-1")}
    environ["QUERY_STRING"] = question.decode("latin-1")
    environ |= {f"HTTP_{name}": value.decode("latin-1") for name, value in headers}
    chunks, status, _ = run_wsgi_app(app, environ)
    b"".join(chunks)
    return int(status[:3])


@st.composite
def a_request(draw, paths):
    """Some address of ours, or almost; what it asks, and what comes along."""
    parts = draw(st.sampled_from(paths)).partition("?")[0].encode().split(b"/")
    if draw(st.booleans()):
        parts[draw(st.integers(1, len(parts) - 1))] = draw(odd)
    asks = draw(st.lists(st.tuples(st.sampled_from(QUESTIONS), odd), max_size=2))
    question = "&".join(f"{name}={quote(value)}" for name, value in asks).encode()
    headers = draw(st.lists(st.tuples(st.sampled_from(HEADERS), odd), max_size=2))
    return b"/".join(parts), draw(methods), question, headers


def test_nothing_that_arrives_is_a_crash(app, paths, cookie):
    @settings(a_property, max_examples=80, suppress_health_check=list(HealthCheck))
    @given(a_request(paths))
    def ask(request):
        path, method, question, headers = request
        along = [("COOKIE", cookie), *headers]
        assert asked(app, path, method, question, along) < 500

    ask()
