"""All that is said of a post to somebody who shows a card of it."""

from flask import current_app

from app.lib.oembed import NARROWEST, WIDTH, fitting, height_of, quoted
from app.web.filters import tongue
from app.web.site import site_name


def card_of(post, most):
    """The answer, without how long it holds; a mere link where there is no room."""
    home = current_app.config["SITE_URL"]
    return {
        "version": "1.0",
        **_shape(post, most, home),
        **({"title": post.title} if post.title else {}),
        "author_name": post.author.name,
        "author_url": f"{home}{post.author.path}",
        "provider_name": site_name(),
        "provider_url": f"{home}/",
        **_thumbnail(post.cover, most, home),
    }


def _shape(post, most, home):
    words = post.summary or post.excerpt
    width = min(WIDTH, most.width or WIDTH)
    height = height_of(post.title + words, width)
    if width < NARROWEST or not most.has_room_for(width, height):
        return {"type": "link"}
    html = quoted(
        f"{home}{post.path}",
        post.title,
        words,
        (post.author.name, f"{home}{post.author.path}"),
        f"{post.published_at:%Y-%m-%d}",
        tongue(post.language),
    )
    return {"type": "rich", "html": html, "width": width, "height": height}


def _thumbnail(cover, most, home):
    if cover is None:
        return {}
    found = fitting(cover.variants, (cover.width, cover.height), most)
    if found is None:
        return {}
    file, width, height = found
    return {
        "thumbnail_url": f"{home}{cover.path(file)}",
        "thumbnail_width": width,
        "thumbnail_height": height,
    }
