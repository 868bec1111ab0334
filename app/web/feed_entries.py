"""Posts and comments as entries of feeds: what is loaded, what each becomes."""

from typing import Any

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, joinedload, load_only

from app.lib.feeds import Answered, Entry, Image, Writer, tag_uri, whole
from app.lib.pictures import type_of
from app.lib.plaintext import shortened
from app.models import Comment, Post, User
from app.web.feeds import Source, address_of

#: So much of a text without a title stands in for one.
LABEL_LONGEST = 80

_AUTHOR = joinedload(Post.author, innerjoin=True).load_only(
    User.handle, User.name, User.avatar_name
)
# All that an entry is made of but its words, of which the version speaks.
_POST: tuple[InstrumentedAttribute[Any], ...] = (
    Post.slug,
    Post.title,
    Post.summary,
    Post.excerpt,
    Post.language,
    Post.tag_line,
    Post.hashtags,
    Post.cover_src,
    Post.cover_alt,
    Post.published_at,
    Post.edited_at,
    Post.created_at,
    Post.version,
    Post.renderer,
    # Where a text shows a picture without words of its own, those of the picture are.
    Post.alts,
)
_COMMENT: tuple[InstrumentedAttribute[Any], ...] = (
    Comment.created_at,
    Comment.edited_at,
    Comment.version,
    Comment.renderer,
)


def posts(rows: Select[Post], along: tuple[Any, Any] | None = None) -> Source:
    """Entries from a select of posts, the newest first.

    :param along: as :func:`app.web.pagination.paginate` takes it.
    """
    return Source(
        rows=rows.order_by(None),
        place=(Post.published_at, Post.id),
        whole=(load_only(*_POST, Post.body_html), _AUTHOR),
        light=(load_only(*_POST), _AUTHOR),
        entry=_entry_of_post,
        stamp=lambda post: (*_said(post, _POST), *_name(post.author)),
        along=along,
    )


def comments(rows: Select[Comment], post: Post) -> Source:
    """Entries from a select of comments below ``post``, with their writers."""
    return Source(
        rows=rows,
        place=(Comment.created_at, Comment.id),
        whole=(load_only(*_COMMENT, Comment.body_html),),
        light=(load_only(*_COMMENT),),
        entry=lambda comment: _entry_of_comment(comment, post),
        stamp=lambda comment: (
            *_said(comment, _COMMENT),
            *_name(comment.author),
            post.slug,
        ),
    )


def writer(person: User) -> Writer:
    avatar = address_of(person.avatar_at(384))
    return Writer(person.name, address_of(person.path), avatar)


def id_of(kind: str, row: Any) -> str:
    """The name of a row that stays, whatever its address becomes.

    :param kind: as in ``"post"``; the row knows when it was made.
    """
    return tag_uri(current_app.config["SITE_URL"], row.created_at, kind, row.id)


def label_of(post: Post) -> str:
    """What a post is called where it has to be called something."""
    words = post.title or shortened(post.excerpt, LABEL_LONGEST)
    return words or _("A note by %(name)s", name=post.author.name)


def _entry_of_post(post: Post) -> Entry:
    page = address_of(post.path)
    assert post.published_at is not None
    return Entry(
        id=id_of("post", post),
        url=page,
        title=post.title,
        label=label_of(post),
        html=whole(post.body_html, page),
        published=post.published_at,
        updated=max(post.published_at, post.edited_at or post.published_at),
        writers=(writer(post.author),),
        summary=post.summary or ("" if post.is_note else post.excerpt),
        language=post.language,
        tags=tuple(post.tags.values()),
        image=_cover(post),
        talk=f"{page}#comments",
        talk_feed=f"{page}/comments.atom",
    )


def _cover(post: Post) -> Image | None:
    if not post.cover_src:
        return None
    return Image(address_of(post.cover_src), type_of(post.cover_src), post.cover_alt)


def _entry_of_comment(comment: Comment, post: Post) -> Entry:
    page, author = address_of(post.path), comment.author
    assert author is not None
    return Entry(
        id=id_of("comment", comment),
        url=f"{page}/comments/{comment.id}#c{comment.id}",
        title="",
        label=_("%(name)s on “%(title)s”", name=author.name, title=label_of(post)),
        html=whole(comment.body_html, f"{page}/comments/{comment.id}"),
        published=comment.created_at,
        updated=comment.edited_at or comment.created_at,
        writers=(writer(author),),
        answers=Answered(id_of("post", post), page),
    )


def _said(row: Any, columns: tuple[InstrumentedAttribute[Any], ...]) -> list[object]:
    return [row.id, *(getattr(row, column.key) for column in columns)]


def _name(person: User | None) -> tuple[str, ...]:
    return (person.handle, person.name, person.avatar_name) if person else ()
