"""Every string that a person reads is marked, and translated whole."""

import re

import pytest
from babel.messages.pofile import read_po
from flask_babel import Domain

from app.web import filters
from app.web.fragments import Fragments
from app.web.locale import LANGUAGES
from tests.fixtures.writing import publish
from tests.support.source import APP

CATALOGUES = sorted((APP / "translations").glob("*/LC_MESSAGES/messages.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)[ds]")
# What people wrote, what names a thing, and what is the same in every language.
NOT_WORDS = re.compile(r"[^\W\d_]{2,}")
NAMES = {"Inklings", "Ann", "Okafor", "ann", "Bob", "Lindqvist", "bob", "ATEXT"}
NAMES |= {"quiet", "place"}  # the tagline of the site in the tests
NAMES |= {"https", "example", "org"}  # what an address looks like
MARKED = re.compile(r"⟦.*?⟧", re.DOTALL)

PAGES = {
    "visitor": [
        "/",
        "/explore/",
        "/people",
        "/sign-in",
        "/sign-up",
        "/settings/appearance/",
        "/settings/language/",
        "/shortcuts",
        "/offline",
        "/dev/mail/",
        "/@ann",
    ],
    "member": [
        "/",
        "/explore/",
        "/people",
        "/posts/new",
        "/drafts/",
        "/bin/",
        "/settings/identities/",
        "/settings/security/",
        "/settings/totp/new",
        "/settings/passkeys/",
        "/settings/passkeys/new",
        "/settings/recovery-codes/",
        "/settings/profile/",
        "/settings/account/",
        "/settings/handle/",
        "/settings/appearance/",
        "/settings/language/",
        "/settings/notifications/",
        "/settings/data/",
        "/settings/leaving/",
        "/settings/leaving/for-good/",
        "/admin/outbox/",
        "/admin/outbox/failed",
        "/@ann",
        "/@ann/followers",
        "/@bob",
        "/settings/invitations/",
        "/admin/people/",
        "/admin/people/bob",
        "/admin/requests/",
        "/admin/site/",
        "/pages/",
        "/pages/new",
        "/pages/new?from=privacy",
        "/moderation/",
        "/moderation/log/",
        "/moderation/people/bob",
        "/nowhere",
        "/explore/?after=nonsense",
    ],
}


class Pseudo:
    """A language that puts every translated string between brackets."""

    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, one, many, number):
        return f"⟦{one if number == 1 else many}⟧"

    ugettext, ungettext = gettext, ngettext

    def pgettext(self, _context, message):
        return self.gettext(message)


@pytest.fixture
def pseudo(app, monkeypatch):
    monkeypatch.setattr(Domain, "get_translations", lambda self: Pseudo())
    # What was drawn once in the words of people is drawn anew.
    monkeypatch.setitem(app.extensions, "fragments", Fragments(app.jinja_env))
    for kept in (filters._minutes, filters._hours):
        monkeypatch.setattr(filters, kept.__name__, kept.__wrapped__)


def unmarked(page):
    """Words on the page that no translator has seen."""
    for hidden in page.html.select(
        "script, style, code, bdi, textarea, .prose, option"
    ):
        hidden.decompose()
    attributes = [
        str(tag[name])
        for name in ("placeholder", "aria-label", "alt", "title")
        for tag in page.html.select(f"[{name}]")
    ]
    text = MARKED.sub("", "\n".join([page.html.get_text("\n"), *attributes]))
    return set(NOT_WORDS.findall(text)) - NAMES


@pytest.mark.parametrize("path", PAGES["visitor"])
def test_a_visitor_reads_no_unmarked_string(browser, ann, pseudo, path):
    publish(ann, title="ATEXT", body="ATEXT", summary="ATEXT")
    assert unmarked(browser.visit(path)) == set()


@pytest.mark.parametrize("path", PAGES["member"])
def test_a_member_reads_no_unmarked_string(browser, ann, bob, pseudo, path):
    publish(ann, title="ATEXT", body="ATEXT", summary="ATEXT")
    assert unmarked(browser.sign_in(ann).visit(path)) == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_every_string_is_translated(path):
    known = catalogue(path)
    template = catalogue(APP / "translations/messages.pot")
    missing = [m.id for m in template if m.id and not is_whole(known.get(m.id))]
    assert not missing, f"run bin/translate, then translate in {path}: {missing}"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_translations_keep_the_placeholders(path):
    wrong = [m.id for m in catalogue(path) if m.id and not keeps_placeholders(m)]
    assert not wrong


def test_every_language_on_offer_has_a_catalogue():
    assert {"en", *(path.parts[-3] for path in CATALOGUES)} == set(LANGUAGES)


def catalogue(path):
    with path.open("rb") as file:
        return read_po(file)


def is_whole(message):
    strings = (
        message.string
        if message and message.pluralizable
        else [message and message.string]
    )
    return bool(message) and all(strings) and not message.fuzzy


def keeps_placeholders(message):
    ids = message.id if message.pluralizable else [message.id]
    strings = message.string if message.pluralizable else [message.string]
    wanted = set(PLACEHOLDER.findall(" ".join(ids)))
    # A plural form may leave out the number where the language says it in a word.
    return all(set(PLACEHOLDER.findall(text)) <= wanted for text in strings) and (
        message.pluralizable or set(PLACEHOLDER.findall(message.string)) == wanted
    )
