"""What a visitor finds on the front page, in three statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import InstrumentedAttribute, defaultload, undefer

from app.extensions import db
from app.models import Feature, Post, timelines

# A lead and a few more, what people like, what was just written, and what about.
FEATURED, POPULAR, RECENT, TOPICS = 4, 4, 6, 12
_TAGS = Post.tag_line, Post.hashtags


@dataclass(frozen=True)
class Front:
    """Each post stands on it once."""

    featured: Sequence[Post]
    popular: Sequence[Post]
    recent: Sequence[Post]

    @property
    def topics(self) -> dict[str, str]:
        """What these are about, the most used first: tags by name, and their labels."""
        posts = chain(self.featured, self.popular, self.recent)
        tags = [tag for post in posts for tag in post.tags.items()]
        counted = Counter(name for name, _ in tags)
        labels = dict(reversed(tags))
        return {name: labels[name] for name, _ in counted.most_common(TOPICS)}

    def __bool__(self) -> bool:
        return bool(self.featured or self.popular or self.recent)


def front_page() -> Front:
    """What everybody finds: chosen, liked, and new."""
    featured = [chosen.post for chosen in db.session.scalars(_featured())]
    popular = _posts(timelines.popular(None), Post.warm_at, POPULAR, featured)
    before = [*featured, *popular]
    recent = _posts(timelines.explore(), Post.published_at, RECENT, before)
    return Front(featured, popular, recent)


def _featured() -> Select[Feature]:
    newest = Feature.created_at.desc(), Feature.post_id.desc()
    first = timelines.featured(None).order_by(*newest).limit(FEATURED)
    return first.options(*map(defaultload(Feature.post).undefer, _TAGS))


def _posts(
    posts: Select[Post],
    moment: InstrumentedAttribute[Any],
    many: int,
    shown: Sequence[Post],
) -> Sequence[Post]:
    """The first ``many`` of ``posts`` that are not ``shown`` already."""
    some = posts.order_by(moment.desc(), Post.id.desc()).limit(many + len(shown))
    found = db.session.scalars(some.options(*map(undefer, _TAGS)))
    return [post for post in found if post not in shown][:many]
