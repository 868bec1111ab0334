"""Comments as they hang together, for programs: a list in the order of reading."""

from flask_login import current_user
from sqlalchemy import select
from sqlalchemy.orm import joinedload, undefer
from sqlalchemy.orm.attributes import set_committed_value

from app.api import pages, shapes
from app.extensions import db
from app.lib.cursors import ranked_place
from app.models import Comment, User, threads
from app.web.branches import Branch, grown
from app.web.current import reader
from app.web.marks import ties_among
from app.web.pagination import Page
from app.web.problems import refuse
from app.web.threads import conversations, path_place, place_in

_AUTHOR = joinedload(Comment.author).options(undefer(User.bio), undefer(User.image_url))
#: The states in which the words are for the reader.
_READABLE = {"open", "folded"}


def below(post, asked):
    """A page of the conversations below ``post``, of each the beginning."""
    sort, size = asked["sort"], asked["limit"]
    found = threads.below(post, sort, place_in(ranked_place), size + 1)
    branches, further = conversations(_run(found), sort, size, post.author_id)
    return _page("comments", branches, further)


def answers(comment, asked):
    """A page of all that answers ``comment``, however deep."""
    size, after = asked["limit"], place_in(path_place) or ""
    found = threads.branch(comment, after, size + 2)
    rows = [row for row in _run(found) if row[0].id != comment.id]
    further = rows[size - 1][0].path if len(rows) > size else ""
    me = current_user.id if reader() else None
    branches = grown(rows[:size], None, me, comment.post.author_id)
    return _page("comments", branches, further)


def one(comment):
    """A comment alone, as the reader finds it; what is gone only its writer does."""
    post = comment.post
    found = select(Comment).where(Comment.id == comment.id)
    [row] = _run(found.execution_options(populate_existing=True))
    set_committed_value(comment, "post", post)
    me = current_user.id if reader() else None
    branch = Branch(*row, is_hosted=post.author_id == me)
    if branch.is_gone and comment.author_id != me:
        refuse(404, comment="not found")
    return _shape(branch, ties_among(_authors([branch])))


def _run(found):
    marked = threads.for_reader(found, reader(), source=True)
    return db.session.execute(marked.options(_AUTHOR)).all()


def _page(name, branches, further):
    flat = list(_flat(branches))
    ties = ties_among(_authors(flat))
    page = Page(flat, further or None, is_first=False)
    return pages.answer(name, page, lambda branch: _shape(branch, ties))


def _flat(branches):
    for branch in branches:
        yield branch
        yield from _flat(branch.replies)


def _authors(branches):
    return {one.comment.author for one in branches if one.state in _READABLE}


def _shape(branch, ties):
    said, author = branch.comment, branch.comment.author
    is_readable = branch.state in _READABLE
    return {
        "id": said.id,
        "parentId": said.parent_id,
        "state": branch.state,
        "body": said.body if is_readable else "",
        "html": said.body_html if is_readable else "",
        "version": said.version,
        "createdAt": shapes.moment(said.created_at),
        "updatedAt": shapes.moment(said.edited_at or said.created_at),
        "favorited": bool(branch.is_liked),
        "favoritesCount": said.like_count if is_readable else 0,
        "muted": bool(branch.is_muted),
        "furtherReplies": branch.more,
        "author": shapes.profile(author, author.id in ties.followed)
        if is_readable
        else None,
    }
