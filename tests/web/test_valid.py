"""Every page of the site, as a visitor, a member and the admin get it: is it HTML?

The pages are found by walking the addresses of the site. A new one is looked at by
itself; where a number or a name is part of its address, ``full_site.py`` makes one.
"""

import pytest

from tests.support.markup import faults
from tests.web.full_site import fill
from tests.web.test_closed import addresses

#: Pages that come after something which nobody does here: another site that vouches for
#: somebody, half a sign-in, a letter, a site without a name. Their own tests see them.
ELSEWHERE = {
    "dev_mail.show",
    "identities.new",
    "introductions.new",
    "providers.new",
    "providers.show",
    "second_steps.new",
    "setup.new",
    "unsubscriptions.new",
}
#: Not for people, or only now and then: nobody has to find them here.
NO_PAGES = {
    "media.show",
    "metrics.show",
    "oembed.show",
    "sitemaps.show",
    "well_known.show",
}


@pytest.fixture
def paths(app, ann, bob, cleo, heron):
    """Where to go: every address there is, and what stands on this site."""
    made = fill(ann, bob, cleo, heron)
    return dict.fromkeys([*addresses(app), *made])


@pytest.fixture
def walk(app, browser, paths, ann, bob):
    """Every page that one of the three is shown: who, where, by which view, what."""
    found = []
    for reader in (None, bob, ann):
        browser.forget_cookies()
        if reader:
            browser.sign_in(reader)
        found += [(reader, path, browser.client.get(path)) for path in paths]
    return found


def is_page(answer):
    """Whether it is a whole page; a script asks for parts of some."""
    is_html = answer.mimetype == "text/html" and not answer.location
    return is_html and answer.text.startswith("<!doctype html>")


def test_every_page_is_valid_html(app, walk):
    wrong = [
        f"{path} for {reader.handle if reader else 'a visitor'}: {fault}"
        for reader, path, answer in walk
        if is_page(answer)
        for fault in faults(answer.text)
    ]

    assert not wrong, "\n".join(wrong)
    assert unseen(app, walk) == set(), "Let full_site.py name an address of each"


def unseen(app, walk):
    """The views that no member was answered."""
    site = app.url_map.bind("localhost")
    views = {
        rule.endpoint for rule in app.url_map.iter_rules() if "GET" in rule.methods
    }
    seen = {
        site.match(path.partition("?")[0])[0]
        for reader, path, answer in walk
        if reader and answer.status_code < 400
    }
    pages = {
        view for view in views if "feeds." not in view and not view.startswith("api.")
    }
    return pages - seen - ELSEWHERE - NO_PAGES
