"""Which picture stands beside a link to a page: its own, or one drawn for it."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app

from app.lib.card_sheets import HEIGHT, WIDTH, CardSheet
from app.lib.crops import AVATAR
from app.lib.pictures import fallback_of, path_of, type_of
from app.models import Picture, Post, User
from app.web.site import site_name, site_or_none


@dataclass(frozen=True)
class CardImage:
    """A picture at a whole address; ``alt`` says what is on it."""

    url: str
    type: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Drawn:
    """What is drawn, and where its picture is."""

    sheet: CardSheet
    image: CardImage


def whole(path: str) -> str:
    """The address of a path of this site, as others know it."""
    return f"{current_app.config['SITE_URL']}{path}"


def avatar_of(person: User) -> str:
    """The address of an avatar, in a form that every program shows, if there is one."""
    if not person.avatar_name:
        return whole(f"/avatars/{person.handle}.svg")
    width = AVATAR.widths[-1]
    return whole(person.avatar_at(width))


def image_of_post(post: Post) -> CardImage:
    """Its cover, else what is drawn of its title.

    :param post: with its author and its cover.
    """
    if post.cover:
        return _cover(post.cover, post.cover_alt or post.cover.alt or post.title)
    return drawn_of_post(post).image


def drawn_of_post(post: Post) -> Drawn:
    """The card with its title or its first words, and who wrote it."""
    author = post.author
    words = {"title": post.title or post.excerpt, "name": author.name}
    return _drawn(post.path, words, author)


def drawn_of_person(person: User) -> Drawn:
    words = {"title": person.name, "name": f"@{person.handle}"}
    return _drawn(person.path, words, person)


def drawn_of_site() -> Drawn:
    site = site_or_none()
    return _drawn("", {"title": (site and site.tagline) or site_name()})


def _drawn(path: str, words: dict[str, str], whose: User | None = None) -> Drawn:
    face = {"handle": whose.handle, "avatar": whose.avatar_name} if whose else {}
    sheet = CardSheet(site=site_name(), **words, **face)
    address = whole(f"{path}/card/{sheet.digest}.png")
    image = CardImage(address, "image/png", WIDTH, HEIGHT, sheet.title)
    return Drawn(sheet, image)


def _cover(cover: Picture, alt: str) -> CardImage:
    """The file of a picture that every program shows."""
    file = fallback_of(cover.variants)
    width = int(file.partition(".")[0])
    height = round(cover.height * width / cover.width)
    address = whole(path_of(cover.name, file))
    return CardImage(address, type_of(file), width, height, alt)
