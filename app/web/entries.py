"""Posts on lists: each is drawn once for all who see the same of it."""

from datetime import datetime
from typing import NamedTuple

from flask import Flask
from markupsafe import Markup

from app.models import Post, Tag, User
from app.web.filters import ago
from app.web.fragments import fragment
from app.web.marks import Marks


class Byline(NamedTuple):
    """What a list shows of somebody."""

    path: str
    name: str
    avatar_path: str


class Entry(NamedTuple):
    """What a list shows of a post, as plain values."""

    author: Byline
    path: str
    published_at: datetime
    #: How long ago that is by now, in words.
    ago: str
    visibility: str
    language: str
    title: str
    words: str
    teaser_html: str
    is_cut: bool
    picture: str
    minutes: int
    like_count: int
    repost_count: int
    comment_count: int

    @property
    def is_note(self) -> bool:
        return not self.title

    @property
    def is_public(self) -> bool:
        return self.visibility == "public"


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(entry=entry)


def entry(
    post: Post,
    marks: Marks,
    lead: bool = False,
    pinned: bool = False,
    by: User | None = None,
    tag: Tag | None = None,
) -> Markup:
    """One post on a list.

    :param marks: of the reader, from ``marks_on(posts)``.
    :param lead: whether it is set large.
    :param by: who reposted it.
    :param tag: what brought it.
    """
    return fragment(
        "posts/_entry.html",
        post=_entry(post),
        mine=marks.of(post),
        lead=bool(lead),
        pinned=pinned,
        by=by and _byline(by),
        tag=tag and (tag.name, tag.label),
    )


def _entry(post: Post) -> Entry:
    author, moment = _byline(post.author), post.published_at
    assert moment is not None  # of a draft there is nothing on lists
    return Entry(
        author,
        f"{author.path}/{post.slug}",
        moment,
        ago(moment),
        post.visibility,
        post.language,
        post.title,
        post.summary or post.excerpt,
        post.teaser_html,
        post.is_cut_on_lists,
        post.cover_src or post.picture,
        post.minutes,
        post.like_count,
        post.repost_count,
        post.comment_count,
    )


def _byline(person: User) -> Byline:
    return Byline(person.path, person.name, person.avatar_path)
