"""The language of a page: the account's, else the cookie's, else the browser's."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from babel import Locale
from babel.support import NullTranslations
from flask import Flask, g, has_request_context, request
from flask_babel import force_locale, get_locale, get_translations
from flask_login import current_user
from markupsafe import Markup
from werkzeug.datastructures import LanguageAccept

from app.extensions import babel
from app.web import cookies
from app.web.programs import is_from_program

#: What the site speaks, by the name that each language gives itself.
LANGUAGES = {
    "en": "English",
    "de": "Deutsch",
    "ar": "العربية",
}
COOKIE = "language"
# What a page has asked for once.
_REMEMBERED = ("language", "translations")


def init_app(app: Flask) -> None:
    babel.init_app(app, locale_selector=_select)
    app.jinja_env.globals.update(locale=get_locale, plural_samples=plural_samples)
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _translations().ugettext(text),
        lambda one, many, n: _translations().ungettext(one, many, n),
        newstyle=True,
    )
    app.jinja_env.said = _said  # type: ignore[attr-defined]


def language() -> str:
    """The language of this page as a code, asked for once a request."""
    if "language" not in g:
        g.language = str(get_locale() or "en")
    return g.language


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a while; an empty ``code`` changes nothing."""
    if not code:
        yield
        return
    spoken = {name: g.pop(name) for name in _REMEMBERED if name in g}
    with force_locale(code):
        yield
    for name in _REMEMBERED:
        g.pop(name, None)
        if name in spoken:
            setattr(g, name, spoken[name])


def plural_samples() -> dict[str, int]:
    """A number for each plural form of this page: a script says others after them."""
    form = (get_locale() or Locale("en")).plural_form
    return {form(number): number for number in range(199, 0, -1)}


def chosen_language() -> str:
    """What the reader chose, if anything: the account remembers for every browser."""
    return _account_language() or _cookie_language() or ""


def _translations() -> NullTranslations:
    """The catalogue of this page: forty strings a page need it looked up once."""
    if "translations" not in g:
        g.translations = get_translations()
    return g.translations


def _said(phrase: str) -> Markup:
    """A phrase of a template in the language of this page; translators are trusted."""
    return _known_phrase(_translations(), phrase)


@lru_cache(maxsize=10_000)
def _known_phrase(translations: NullTranslations, phrase: str) -> Markup:
    # A home says 160 phrases, each of them made and filled in anew by Jinja.
    return Markup(translations.ugettext(phrase))  # noqa: S704 (as Jinja does it)


def _select() -> str | None:
    """What the reader chose, else what their browser asks for; a command has none."""
    if not has_request_context():
        return None
    # A program says with each request what it wants to hear.
    chosen = "" if is_from_program() else chosen_language()
    return chosen or _browser_language()


def _account_language() -> str | None:
    return current_user.account.language if current_user.is_authenticated else None


def _cookie_language() -> str | None:
    chosen = cookies.chosen(COOKIE)
    return chosen if chosen in LANGUAGES else None


def _browser_language() -> str | None:
    return first_spoken(request.accept_languages)


def first_spoken(wanted: LanguageAccept) -> str | None:
    """The language of ours that somebody would like best; None if they named none.

    Austrian German is German (RFC 4647, section 3.4): whoever asks for it, and for
    English after that, does not get English.
    """
    codes = (tag.partition("-")[0].lower() for tag, quality in wanted if quality > 0)
    return next((code for code in codes if code in LANGUAGES), None)


def direction() -> str:
    """``rtl`` or ``ltr``, for the page's ``dir``."""
    return (get_locale() or Locale("en")).text_direction
