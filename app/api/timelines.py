"""Pages of posts as the screens of the site have them."""

from functools import cache

from sqlalchemy.orm import contains_eager, joinedload, undefer

from app.api import pages, posts, shapes
from app.models import Post, Repost, TimelineEntry, User, homes
from app.web.marks import marks_on, ties_among
from app.web.pagination import paginate


def of_posts(query, asked, moment=Post.published_at, along=None):
    """A page of ``query``, which is one of posts."""
    page = paginate(
        query.options(*posts.IN_LIST),
        moment,
        Post.id,
        size=asked["limit"],
        along=along,
    )
    return answer(page, page.items)


def answer(page, found):
    """The posts ``found`` as an answer; where the next ones are, ``page`` knows."""
    marks, ties = marks_on(found), ties_among({post.author for post in found})
    shown = [posts.in_list(post, marks, ties) for post in found]
    return {"posts": shown, "next": page.older}, 200, pages.next_link(page)


def home(asked):
    """A page of what came to the reader, each with what brought it."""
    page = paginate(
        _home(), TimelineEntry.at, TimelineEntry.post_id, size=asked["limit"]
    )
    found = [entry.post for entry in page]
    passed = {entry.repost.user for entry in page if entry.repost}
    marks = marks_on(found)
    ties = ties_among({post.author for post in found} | passed)
    return pages.answer("entries", page, lambda entry: _entry(entry, marks, ties))


@cache
def _home():
    """Built once: building costs what asking does."""
    post, repost = TimelineEntry.post, TimelineEntry.repost
    whole = (undefer(User.bio), undefer(User.image_url))
    return homes.home().options(
        contains_eager(post).options(
            undefer(Post.tag_line),
            undefer(Post.hashtags),
            joinedload(Post.author, innerjoin=True).options(*whole),
        ),
        contains_eager(repost).contains_eager(Repost.user).options(*whole),
    )


def _entry(entry, marks, ties):
    return {
        "post": posts.in_list(entry.post, marks, ties),
        "at": shapes.moment(entry.at),
        "repost": entry.repost and passed_on(entry.repost, ties),
        "tag": entry.tag and entry.tag.label,
    }


def passed_on(repost, ties):
    """Who showed a post to their followers, and what they say of it."""
    return {
        "by": shapes.profile(repost.user, repost.user_id in ties.followed),
        "remark": repost.remark,
        "remarkHtml": repost.remark_html,
        "createdAt": shapes.moment(repost.created_at),
    }
