"""What networks show of a page that somebody links to (https://ogp.me)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from babel.core import get_global
from flask import Flask
from flask_babel import gettext as _

from app.lib.linked_data import moment
from app.lib.plaintext import shortened, words_of
from app.models import Post, User
from app.web.card_images import (
    CardImage,
    drawn_of_person,
    drawn_of_site,
    image_of_post,
    whole,
)
from app.web.locale import LANGUAGES, language
from app.web.site import site_name

_WORDS_LONGEST = 200


@dataclass(frozen=True)
class Card:
    """All that its elements say; a page without a language of its own is in many."""

    kind: str
    title: str
    words: str
    url: str
    image: CardImage
    locale: str
    others: Sequence[str] = ()
    #: More pairs of a property and what it says, as the kind has them.
    more: Sequence[tuple[str, str]] = field(default_factory=tuple)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        card_of_post=card_of_post,
        card_of_person=card_of_person,
        card_of_page=card_of_page,
    )


def card_of_post(post: Post) -> Card:
    """A post that everybody may read.

    :param post: with its author, whole, and its cover.
    """
    byline = _("A note by %(name)s", name=post.author.name)
    return Card(
        kind="article",
        title=post.title or byline,
        words=post.summary or post.excerpt,
        url=whole(post.path),
        image=image_of_post(post),
        locale=territorial(post.language or language()),
        more=_of_article(post),
    )


def _of_article(post: Post) -> list[tuple[str, str]]:
    said = [
        ("article:published_time", moment(post.published_at)),
        ("article:modified_time", moment(post.edited_at)),
        ("article:author", whole(post.author.path)),
        *(("article:tag", label) for label in post.tags.values()),
    ]
    return [(name, words) for name, words in said if words]


def card_of_person(person: User) -> Card:
    """Somebody's profile.

    :param person: whole.
    """
    bio = words_of(person.bio_html or "")
    usual = _("%(name)s writes on %(site)s.", name=person.name, site=site_name())
    return Card(
        kind="profile",
        title=f"{person.name} (@{person.handle})",
        words=shortened(bio, _WORDS_LONGEST) or usual,
        url=whole(person.path),
        image=drawn_of_person(person).image,
        locale=territorial(language()),
        others=_other_locales(),
        more=[("profile:username", person.handle)],
    )


def card_of_page(title: str, words: str, path: str) -> Card:
    """A page of the site itself, or a list."""
    return Card(
        kind="website",
        title=title,
        words=words,
        url=whole(path),
        image=drawn_of_site().image,
        locale=territorial(language()),
        others=_other_locales(),
    )


@cache
def territorial(code: str) -> str:
    """A language with the country where most speak it, as ``"de_DE"`` for ``"de"``."""
    parts = get_global("likely_subtags").get(code, "").split("_")
    return f"{code}_{parts[-1]}" if len(parts) > 1 else code


def _other_locales() -> list[str]:
    """The other languages that the page would speak."""
    here = language()
    return [territorial(code) for code in LANGUAGES if code != here]
