"""Feeds: asked for by programs, over and over."""

from urllib.parse import quote

from flask import Response, current_app, request
from flask_babel import gettext as _

from app.lib.feeds import SHAPES, Entry, Feed, Writer, tag_uri, whole
from app.lib.plaintext import shortened
from app.models import Post
from app.web.pagination import Page


def answer(shape: str, title: str, home: str, page: Page[Post]) -> Response:
    """A page of a feed; 304 without words where it is known.

    :param shape: a key of :data:`SHAPES`.
    :param home: the path of the same for people.
    """
    feed = Feed(
        id=address_of(home),
        title=title,
        page=address_of(home),
        url=address_of(request.full_path.rstrip("?")),
        first=address_of(page.newest_path),
        next=address_of(page.older_path) if page.older else "",
        entries=[entry_of(post) for post in page],
    )
    response = Response(SHAPES[shape].write(feed))
    response.content_type = f"{SHAPES[shape].served}; charset=utf-8"
    # All may keep it, and ask before they show it: what is taken back is gone at once.
    response.headers["Cache-Control"] = "public, no-cache"
    response.add_etag()
    return response.make_conditional(request)


def entry_of(post: Post) -> Entry:
    page, site = address_of(post.path), current_app.config["SITE_URL"]
    return Entry(
        # A name that stays, whatever the address becomes.
        id=tag_uri(site, post.created_at, "post", post.id),
        url=page,
        title=post.title,
        label=_label(post),
        html=whole(post.body_html, page),
        published=post.published_at,
        updated=post.edited_at or post.published_at,
        writers=(Writer(post.author.name, address_of(post.author.path)),),
        summary="" if post.is_note else post.excerpt,
    )


def address_of(path: str) -> str:
    """The absolute address of ``path`` with its query, in ASCII for programs."""
    path, mark, query = path.partition("?")
    said = f"{quote(path, safe='/@.')}{mark}{quote(query, safe='=&%+-_.~:')}"
    return f"{current_app.config['SITE_URL']}{said}"


def _label(post: Post) -> str:
    """What a post is called where it has to be called something."""
    words = post.title or shortened(post.excerpt, 80)
    return words or _("A note by %(name)s", name=post.author.name)
