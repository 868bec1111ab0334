"""The copy of everything: Markdown and JSON, that any program can read."""

import json
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import frontmatter
from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, undefer_group

from app.exports.marks import marks_of
from app.exports.people import files_about_people
from app.extensions import db
from app.lib.pictures import largest_of
from app.lib.tags import split
from app.models import Comment, FormerSlug, Picture, Pin, Post, Revision, User
from app.web.pictures import store

#: Larger than this it waits on the disk, not in memory.
SMALL = 4 * 1024 * 1024


def archive_of(person: User) -> tuple[IO[bytes], int]:
    """Everything of ``person`` as a ZIP to be read from its beginning; its length.

    :raises StoreFailed: when their pictures cannot be reached.
    """
    # Not in /tmp, which in a container is memory.
    folder = current_app.instance_path
    with ExitStack() as unfinished:
        file = unfinished.enter_context(SpooledTemporaryFile(SMALL, dir=folder))
        with ZipFile(file, "w", ZIP_DEFLATED) as bundle:
            for name, text in _files(person):
                bundle.writestr(name, text)
            for name, data in _pictures(person):
                # Pressed already: doing it again would only take time.
                bundle.writestr(name, data, ZIP_STORED)
        length = file.tell()
        file.seek(0)
        unfinished.pop_all()  # whoever sends it closes it
    return file, length


def _files(person: User) -> Iterator[tuple[str, str]]:
    yield "README.txt", _readme(person)
    yield "account.json", _json(_known_of(person))
    yield "profile.json", _json(_profile(person))
    yield from files_about_people(person)
    yield "comments.json", _json([_said(one) for one in _all(_comments(person))])
    yield "messages.json", _json(_messages(person))
    yield "marks.json", _json(marks_of(person))
    mine = select(Post).where(Post.author_id == person.id).order_by(Post.id)
    around = _around_posts(person)
    for post in _all(mine.options(undefer_group("whole"))):
        yield f"posts/{post.id}-{post.slug}.md", _page(post, around[post.id])
    theirs = select(Post.id).where(Post.author_id == person.id)
    kept = select(Revision).where(Revision.post_id.in_(theirs)).order_by(Revision.id)
    for text in _all(kept.options(undefer_group("whole"))):
        yield f"posts/{text.post_id}/revisions/{text.number}.md", _earlier_page(text)


def _comments(person: User) -> Select[Comment]:
    around = joinedload(Comment.post).joinedload(Post.author)
    return person.comments().options(around)


def _said(comment: Comment) -> dict[str, Any]:
    """A comment, and where it stands; of the post its address alone."""
    fields = ("id", "parent_id", "body", "created_at", "edited_at", "deleted_at")
    said = {name: getattr(comment, name) for name in fields}
    return {"below": comment.post.path, **said}


def _messages(person: User) -> list[dict[str, Any]]:
    """What they said in private: their own words, not those of others."""
    fields = ("conversation_id", "body", "created_at", "deleted_at")
    return [
        {name: getattr(said, name) for name in fields}
        for said in _all(person.own_words())
    ]


def _around_posts(person: User) -> defaultdict[int, dict[str, Any]]:
    """What other tables know of each post, by its number."""
    known: defaultdict[int, dict[str, Any]] = defaultdict(dict)
    for post_id, slug in db.session.execute(FormerSlug.all_of(person.id)):
        known[post_id].setdefault("former slugs", []).append(slug)
    for post_id, title, place in db.session.execute(person.parts_of_all()):
        known[post_id] |= {"series": title, "place in series": place}
    for pin in _all(select(Pin).where(Pin.user_id == person.id)):
        known[pin.post_id]["pinned"] = pin.created_at
    return known


def _pictures(person: User) -> Iterator[tuple[str, bytes]]:
    """The largest file of each picture, under the name that posts call it by."""
    for picture in _all(Picture.of(person.id).order_by(Picture.id)):
        data = store().get(picture.name, largest_of(picture.variants))
        if data is not None:
            yield f"pictures/{picture.name}.webp", data


def _known_of(person: User) -> dict[str, Any]:
    """Every row that is about them, with what its table has in ``TOLD``."""
    return {
        table.__tablename__: [
            {name: getattr(row, name) for name in table.TOLD}
            for row in _all(select(table).where(_owner(table) == person.id))
        ]
        for table in told_tables()
    }


def _owner(table: Any) -> Any:
    """The column that says whose a row is."""
    return getattr(table, getattr(table, "OWNER", "user_id"))


def told_tables() -> list[Any]:
    """The tables that say what of a row its person is told, by name."""
    tables = [mapper.class_ for mapper in db.Model.registry.mappers]
    told = [table for table in tables if hasattr(table, "TOLD")]
    return sorted(told, key=lambda table: table.__tablename__)


def _profile(person: User) -> dict[str, Any]:
    fields = ("handle", "name", "bio", "location", "links", "created_at")
    counts = ("post_count", "follower_count", "following_count")
    choices = ("is_locked", "hides_counts", "is_suggested", "is_indexable")
    said = {name: getattr(person, name) for name in fields + counts + choices}
    parts = ("title", "summary", "slug", "created_at")
    series = [
        {name: getattr(one, name) for name in parts} for one in _all(person.series())
    ]
    tags = [
        {"tag": row.tag.label, "since": row.created_at}
        for row in _all(person.followed_tags())
    ]
    return {**said, "series": series, "followed tags": tags}


def _page(post: Post, around: dict[str, Any]) -> str:
    """A post as a Markdown file whose head says the rest."""
    status = "published" if post.is_published else "draft"
    if post.is_scheduled:
        status = "scheduled"
    head = {
        "title": post.title,
        "summary": post.summary,
        "slug": post.slug,
        "language": post.language,
        "first published at": post.canonical,
        "tags": list(split(post.tag_line)),
        "cover": post.cover_name,
        "cover_alt": post.cover_alt,
        "cover_caption": post.cover_caption,
        "status": "bin" if post.deleted_at else status,
        "visibility": post.visibility,
        "created": post.created_at,
        "published": post.published_at,
        "edited": post.edited_at,
        "deleted": post.deleted_at,
        **around,
    }
    return _markdown(post.body, head)


def _earlier_page(text: Revision) -> str:
    head = {
        "title": text.title,
        "summary": text.summary,
        "kept": text.created_at,
        "published": text.published_at,
        "restored_from": text.restored_from,
    }
    return _markdown(text.body, head)


def _markdown(body: str, head: dict[str, Any]) -> str:
    said = {name: value for name, value in head.items() if value}
    page = frontmatter.Post(body, **said)
    return str(frontmatter.dumps(page, sort_keys=False)) + "\n"


def _readme(person: User) -> str:
    told = _(
        "This is everything that %(site)s knows of @%(handle)s.\n\n"
        "account.json    your account: addresses, sessions, and what happened to it\n"
        "profile.json    what your profile says\n"
        "posts/          everything you wrote, as Markdown: posts, drafts, the bin,\n"
        "                and the texts that they had before\n"
        "comments.json   what you said below posts\n"
        "marks.json      what you liked, saved and reposted\n"
        "pictures/       what you brought; a text calls it /media/ and its name\n"
        "messages.json   what you wrote to others in private; what they wrote to you\n"
        "                is theirs, and not in here\n"
        "following.csv   whom you follow\n"
        "followers.csv   who follows you\n"
        "asked.csv       whom you asked to follow, and who hasn’t answered\n"
        "not-now.csv     whom you didn’t want to be offered\n\n"
        "Passwords and other secrets are not in here: the site keeps them in a form\n"
        "that nobody can read.\n",
        site=current_app.config["SITE_URL"],
        handle=person.handle,
    )
    apart = {"blocked.csv": _("Blocked people"), "muted.csv": _("Muted people")}
    lines = [f"{name:<15} {what}\n" for name, what in apart.items()]
    return "".join((told, "\n", *lines))


def _json(known: dict[str, Any]) -> str:
    return json.dumps(known, default=_plain, ensure_ascii=False, indent=2) + "\n"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


def _all(query: Any) -> Iterator[Any]:
    """The rows one after another, not all of them in memory."""
    return iter(db.session.scalars(query.execution_options(yield_per=100)))
