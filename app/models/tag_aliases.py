"""Every name by which a tag is known: posts keep the one that their writers used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Select, func, literal, select, union_all

from app.extensions import db
from app.models.former_tag import FormerTag
from app.models.tag import Tag


def all_names(tags: Iterable[str]) -> dict[str, list[str]]:
    """All names of each of ``tags``, by the one that was asked for, which is the first.

    One statement for all; none for none. What is no tag is known by its name alone.
    """
    known = {name: [name] for name in tags}
    if known:
        asked: Any = union_all(*(part for name in known for part in _names_of(name)))
        for name, other in db.session.execute(asked):
            if other not in known[name]:
                known[name].append(other)
    return known


def _names_of(name: str) -> tuple[Select[str, str], Select[str, str]]:
    """What the tag is called, and what it was, that is or was called ``name``."""
    live = select(Tag.id).where(Tag.name == name).scalar_subquery()
    former = select(FormerTag.tag_id).where(FormerTag.name == name).scalar_subquery()
    key, said = func.coalesce(live, former), literal(name)
    return (
        select(said, Tag.name).where(Tag.id == key),
        select(said, FormerTag.name).where(FormerTag.tag_id == key),
    )
