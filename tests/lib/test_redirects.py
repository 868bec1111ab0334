"""Where an application may have people sent back to."""

import pytest

from app.lib.redirects import is_allowed, is_same, place, source

GOOD = [
    "https://quill.example/back",
    "https://quill.example:8443/back?a=b&c=%20",
    "http://127.0.0.1/back",
    "http://[::1]:8000/back",
    "http://localhost:3000/",
    "org.example.quill:/back",
]
BAD = [
    "",
    "/back",
    "//quill.example/back",
    "http://quill.example/back",
    "http://127.0.0.1.evil.example/",
    "https://quill.example/#part",
    "https://ann:word@quill.example/",
    "https://quill.example:99999/",
    "https:///back",
    "https://quill.example\\@evil.example/",
    "https://quill.example/a b",
    "https://quill.example/;\n'",
    "https://quill.example;script-src/",
    "javascript:alert(1)",
    "data:text/html,1",
    "quill:/back",
    "org.example.quill://back",
    "https://quill.example/" + "a" * 500,
    "https://[::2]/",
    "https://qüill.example/",
]


@pytest.mark.parametrize("uri", GOOD)
def test_these_may_be_registered(uri):
    assert is_allowed(uri)


@pytest.mark.parametrize("uri", BAD)
def test_these_may_not(uri):
    assert not is_allowed(uri)


@pytest.mark.parametrize(
    ("registered", "asked", "same"),
    [
        ("https://a.example/b", "https://a.example/b", True),
        ("https://a.example/b", "https://a.example/b/", False),
        ("https://a.example/b", "https://a.example:444/b", False),
        ("https://a.example/b", "https://A.example/b", False),
        ("http://127.0.0.1/b", "http://127.0.0.1:51004/b", True),
        ("http://127.0.0.1/b", "http://localhost:51004/b", False),
        ("http://127.0.0.1/b", "http://127.0.0.1:51004/c", False),
        ("http://127.0.0.1/b", "https://127.0.0.1:51004/b", False),
        ("http://[::1]:1/b", "http://[::1]:2/b", True),
        ("org.example.a:/b", "org.example.a:/c", False),
    ],
)
def test_letter_for_letter_but_for_the_port_at_home(registered, asked, same):
    assert is_same(registered, asked) is same


@pytest.mark.parametrize(
    ("uri", "words", "called"),
    [
        ("https://a.example:8443/b", "https://a.example:8443", "a.example"),
        ("http://127.0.0.1:5/b", "http://127.0.0.1:5", "127.0.0.1"),
        ("http://[::1]:5/b", "http:", "[::1]"),
        ("org.example.a:/b", "org.example.a:", "org.example.a"),
    ],
)
def test_a_policy_and_people_call_it_by_its_place(uri, words, called):
    assert source(uri) == words
    assert place(uri) == called
