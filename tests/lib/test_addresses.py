import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lib.addresses import is_local_path, is_web_address
from tests.support.prose import a_property

LOCAL = [
    "/",
    "/@ann",
    "/@ann/the-tide-tables?after=1-2#h-a",
    "/%09/evil.example",
    "/%5cevil.example",
    "/%2f/evil.example",
    "/@ann/静かな場所",
    "/a//b",
    "/?next=https://evil.example",
    "/#//evil.example",
    "/\u2215evil.example",
    "/user@evil.example",
]
ELSEWHERE = [
    None,
    "",
    "evil.example",
    "//evil.example",
    "///evil.example",
    "////evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/a\\b",
    "http:evil.example",
    "https:evil.example",
    "http:/evil.example",
    "https://evil.example",
    "HTTPS://evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,x",
    " //evil.example",
    " /local",
    "\u00a0/local",
    "\ufeff/local",
    "\t//evil.example",
    "\x00//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r\n/evil.example",
    "/local\r\nSet-Cookie: a=b",
    "/lo cal",
    "/\x7f/evil.example",
    "/\x85/evil.example",
    "\u2215\u2215evil.example",
    "\uff0f\uff0fevil.example",
    "user@evil.example",
    "//user:word@evil.example",
    "//[::1]/",
    "//[evil",
    "?next=/",
    "#top",
    "../up",
]


@pytest.mark.parametrize("target", LOCAL)
def test_these_stay_here(target):
    assert is_local_path(target)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_these_may_lead_elsewhere(target):
    assert not is_local_path(target)


@a_property
@given(st.text("/\\\t\n\r\x00 :@.ehtps%[]?#", max_size=8))
def test_what_stays_here_stays_here_as_browsers_read_it(target):
    read = target.strip("\x00\t\n\r ").replace("\\", "/")
    read = read.translate({ord(dropped): None for dropped in "\t\n\r"})

    assert not is_local_path(target) or (read[0] == "/" and read[1:2] != "/")


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "http://example.org:8000/path?query#part",
        "HTTPS://EXAMPLE.ORG",
        "https://[::1]/",
        "https://例え.jp/静か",
    ],
)
def test_these_are_web_addresses(text):
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "example.org",
        "//example.org",
        "https:example.org",
        "https://",
        "https:///path",
        "https://:80",
        "https://[evil",
        "https://exa mple.org",
        "https:\\\\example.org",
        "https://example.org\n",
        "javascript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "data:text/html,x",
        "mailto:ann@example.org",
        "ftp://example.org",
    ],
)
def test_these_are_not(text):
    assert not is_web_address(text)
