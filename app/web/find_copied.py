"""What everybody may read, by a whole address that somebody has copied somewhere."""

from urllib.parse import unquote, urlsplit

from flask import current_app
from sqlalchemy.orm import joinedload
from werkzeug.exceptions import HTTPException
from werkzeug.sansio.utils import host_is_trusted

from app.extensions import db
from app.models import Handle, Post


def post(address: str) -> Post | None:
    """The post at ``address`` on this site, wherever it is now, with author and cover.

    Nothing is asked of whoever has that address: it is read, never followed. Whoever
    asks is answered as a visitor is.
    """
    parts = _parts_of(address)
    if parts is None:
        return None
    known = db.session.scalar(Handle.known_as(parts["handle"]))
    if known is None or known.user_id is None:
        return None
    there = Post.found_at(known.user_id, parts["slug"]).with_only_columns(Post.id)
    found = Post.open_to(None).where(Post.id.in_(there))
    around = joinedload(Post.author), joinedload(Post.cover)
    return db.session.scalar(found.options(*around))


def _parts_of(address: str) -> dict[str, str] | None:
    """What stands in the address of a post; None for any other address."""
    try:
        split = urlsplit(address)
        if split.scheme not in {"http", "https"} or not _is_ours(split.hostname):
            return None
        path = unquote(split.path, errors="strict")
        endpoint, parts = current_app.url_map.bind("").match(path, method="GET")
    except (ValueError, HTTPException):
        return None
    return dict(parts) if endpoint == "posts.show" else None


def _is_ours(host: str | None) -> bool:
    return host_is_trusted(host or "", current_app.config["TRUSTED_HOSTS"])
