"""What is said below a post, as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.extensions import db
from app.models import Comment, Post

#: So many levels a page shows; what is deeper stands side by side on the last.
DEEPEST = 4


@dataclass
class Branch:
    """A comment, and what answers it."""

    comment: Comment
    answers: list[Branch] = field(default_factory=list)


def thread_below(post: Post) -> list[Branch]:
    """All that was said below ``post``, read in one statement."""
    return standing(grown(db.session.scalars(post.comments())))


def grown(comments: Iterable[Comment]) -> list[Branch]:
    """The tree that ``comments`` are, given that none comes before what it answers."""
    roots: list[Branch] = []
    # By the number of a comment: the list that its answers go to, and its level.
    places = {None: (roots, 1)}
    for comment in comments:
        siblings, level = places[comment.parent_id]
        branch = Branch(comment)
        siblings.append(branch)
        below = (siblings, level) if level == DEEPEST else (branch.answers, level + 1)
        places[comment.id] = below
    return roots


def standing(branches: list[Branch]) -> list[Branch]:
    """The same without what is gone and answered by nobody."""
    for branch in branches:
        branch.answers = standing(branch.answers)
    return [one for one in branches if one.answers or not one.comment.is_deleted]
