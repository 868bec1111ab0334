"""Nothing that a stranger sends along changes what the next visitor is shown."""

from dataclasses import replace

import pytest

from app import create_app
from app.extensions import db

#: What no page is kept by: it must change no page, or keep it from being kept.
HEADERS = [
    ("Accept", "application/json"),
    ("Accept-Charset", "utf-7"),
    ("Accept-Encoding", "gzip;q=0, poison"),
    ("Authorization", "Basic cG9pc29uOg=="),
    ("Client-IP", "192.0.2.9"),
    ("Forwarded", "host=poison.example;proto=https;for=poison"),
    ("Front-End-Https", "on"),
    ("If-None-Match", '"poison"'),
    ("Max-Forwards", "0"),
    ("Origin", "https://poison.example"),
    ("Range", "bytes=0-1"),
    ("Referer", "https://poison.example/"),
    ("Sec-Fetch-Mode", "no-cors"),
    ("Sec-Purpose", "prefetch"),
    ("True-Client-IP", "192.0.2.9"),
    ("Upgrade-Insecure-Requests", "1"),
    ("User-Agent", "poison <script>"),
    ("X-Forwarded-For", "192.0.2.9"),
    ("X-Forwarded-Host", "poison.example"),
    ("X-Forwarded-Port", "666"),
    ("X-Forwarded-Prefix", "/poison"),
    ("X-Forwarded-Proto", "https"),
    ("X-Forwarded-Scheme", "https"),
    ("X-Host", "poison.example"),
    ("X-HTTP-Method-Override", "POST"),
    ("X-Original-URL", "/poison"),
    ("X-Part", "poison"),
    ("X-Requested-With", "XMLHttpRequest"),
    ("X-Rewrite-URL", "/poison"),
]
COOKIES = ["theme=poison", "language=poison", "poison=1", "theme=dark; poison=1"]
METHODS = ["HEAD", "OPTIONS", "POST", "TRACE", "PURGE"]
HOSTS = ["localhost:666", "LOCALHOST", "127.0.0.1", "evil.example"]
ADDRESSES = ["/explore/?poison", "/explore/?", "//explore/", "/explore/%00"]
PAGES = ["/explore/", "/@ann", "/feed.atom", "/robots.txt"]


@pytest.fixture
def keeping(app, settings, essay):
    """A client of the site as it keeps pages, that brings no cookies of its own."""
    site = create_app(replace(settings, PAGE_CACHE=60))
    db._app_engines[site] = {None: db.session.get_bind()}
    return site.test_client(use_cookies=False)


@pytest.fixture
def clean(app, essay):
    """A client of the site where nothing is kept."""
    return app.test_client(use_cookies=False)


def stays(keeping, clean, path, **asked):
    """Whether the next visitor sees anything of what a stranger asked."""
    keeping.open(path, **asked)
    return keeping.get(path).data != clean.get(path).data


@pytest.mark.parametrize("path", PAGES)
def test_no_header_of_a_stranger_stays(keeping, clean, path):
    # A question of its own is a page of its own, which nobody has asked for yet.
    seen = [
        name
        for number, (name, value) in enumerate(HEADERS)
        if stays(keeping, clean, f"{path}?{number}", headers={name: value})
    ]
    assert seen == []


def test_no_cookie_of_a_stranger_stays(keeping, clean):
    seen = [
        cookie
        for number, cookie in enumerate(COOKIES)
        if stays(keeping, clean, f"/explore/?{number}", headers={"Cookie": cookie})
    ]
    assert seen == []


def test_no_method_and_no_name_of_a_stranger_stays(keeping, clean):
    odd = [{"method": method} for method in METHODS]
    odd += [{"headers": {"Host": host}} for host in HOSTS]
    seen = [
        asked
        for number, asked in enumerate(odd)
        if stays(keeping, clean, f"/explore/?{number}", **asked)
    ]
    assert seen == []


def test_no_address_of_a_stranger_stays(keeping, clean):
    for path in ADDRESSES:
        keeping.get(path)

    assert keeping.get("/explore/").data == clean.get("/explore/").data
