"""What posts, people and the site are, in the words of schema.org."""

from __future__ import annotations

from typing import Any

from flask import Flask
from markupsafe import Markup

from app.lib.linked_data import as_element, count, graph, moment, trail
from app.lib.plaintext import shortened, words_of
from app.models import Post, Series, User
from app.web.assets import current_assets
from app.web.card_images import avatar_of, image_of_post, whole
from app.web.locale import LANGUAGES
from app.web.serials import Place
from app.web.site import site_name, site_or_none
from app.web.urls import absolute_url

# What Google shows of a headline at most.
_HEADLINE = 110


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(
        about_post=about_post,
        about_person=about_person,
        about_series=about_series,
        about_site=about_site,
    )


def about_post(post: Post, place: Place | None) -> Markup:
    """A post as its page shows it to everybody, and where it stands.

    :param post: with its author, whole, and its cover.
    """
    address, author = whole(post.path), post.author
    name = shortened(post.title or post.excerpt, _HEADLINE)
    steps = [(site_name(), whole("/")), (author.name, whole(author.path))]
    if place:
        steps.append((place.series.title, _address_of(place.series, author)))
    return as_element(graph(_posting(post, place), trail(*steps, (name, address))))


def _posting(post: Post, place: Place | None) -> dict[str, Any]:
    address = whole(post.path)
    return {
        "@type": "SocialMediaPosting" if post.is_note else "BlogPosting",
        "@id": address,
        "url": address,
        "mainEntityOfPage": post.canonical or address,
        "headline": shortened(post.title or post.excerpt, _HEADLINE),
        "description": post.summary or post.excerpt,
        "datePublished": moment(post.published_at),
        "dateModified": moment(post.edited_at or post.published_at),
        "author": _person(post.author),
        "publisher": _publisher(),
        "image": [image_of_post(post).url],
        "inLanguage": post.language,
        "wordCount": post.word_count,
        "keywords": list(post.tags.values()),
        "isPartOf": place and _part_of(place, post.author),
        "position": place and place.number,
        "commentCount": post.comment_count,
        "interactionStatistic": [
            count("LikeAction", post.like_count),
            count("CommentAction", post.comment_count),
        ],
    }


def about_person(person: User) -> Markup:
    """Somebody as their profile shows them to everybody."""
    page = {
        "@type": "ProfilePage",
        "@id": whole(person.path),
        "url": whole(person.path),
        "mainEntity": _person(person)
        | {
            "identifier": person.handle,
            "alternateName": f"@{person.handle}",
            "description": words_of(person.bio_html or ""),
            "sameAs": list(person.links),
            "agentInteractionStatistic": count("WriteAction", person.post_count),
        },
    }
    steps = ((site_name(), whole("/")), (person.name, whole(person.path)))
    return as_element(graph(page, trail(*steps)))


def about_series(series: Series, author: User, size: int) -> Markup:
    """A series of ``size`` posts."""
    address = _address_of(series, author)
    thing = {
        "@type": "CreativeWorkSeries",
        "@id": address,
        "url": address,
        "name": series.title,
        "description": series.summary,
        "author": _person(author),
        "numberOfItems": size,
    }
    steps = ((site_name(), whole("/")), (author.name, whole(author.path)))
    return as_element(graph(thing, trail(*steps, (series.title, address))))


def about_site() -> Markup:
    """The site itself, and where it is searched."""
    site = site_or_none()
    search = {
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": f"{whole('/search')}?q={{search_term_string}}",
        },
        "query-input": "required name=search_term_string",
    }
    home = {
        "@type": "WebSite",
        "@id": whole("/"),
        "url": whole("/"),
        "name": site_name(),
        "description": site.tagline if site else "",
        "publisher": _publisher(),
        "inLanguage": [code.replace("_", "-") for code in LANGUAGES],
        "potentialAction": search,
    }
    return as_element(graph(home))


def _person(person: User) -> dict[str, Any]:
    return {
        "@type": "Person",
        "@id": f"{whole(person.path)}#person",
        "name": person.name,
        "url": whole(person.path),
        "image": avatar_of(person),
    }


def _publisher() -> dict[str, Any]:
    logo = current_assets().url("img/icon-512.png")
    return {
        "@type": "Organization",
        "name": site_name(),
        "url": whole("/"),
        "logo": {"@type": "ImageObject", "url": whole(logo)},
    }


def _part_of(place: Place, author: User) -> dict[str, Any]:
    return {
        "@type": "CreativeWorkSeries",
        "name": place.series.title,
        "url": _address_of(place.series, author),
    }


def _address_of(series: Series, author: User) -> str:
    return absolute_url("series.show", handle=author.handle, slug=series.slug)
