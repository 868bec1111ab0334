"""How homes are kept: in the transaction at hand, or by the worker where it is much."""

from sqlalchemy import select

from app import events
from app.extensions import db
from app.models import Post, Repost, Tag, User, spreading
from app.web.outbox import defer, delivers
from app.web.pruning import after_pruning

#: So many homes are cut at once; others write in between.
BATCH = 200


@events.post_settled.connect
def spread(post):
    """Bring a post to whom it is for, as soon as it has a time to appear."""
    if post.published_at is None:
        return
    db.session.flush()
    if spreading.has_many_readers(post):
        spreading.keep_own(post)
        defer("spread", post_id=post.id)
    else:
        spreading.spread(post)


@events.post_reposted.connect
def pass_on(repost):
    """Bring to followers what somebody shows them."""
    person = db.session.get_one(User, repost.user_id)
    if person.follower_count > spreading.AT_ONCE:
        defer("pass_on", repost_id=repost.id)
    else:
        spreading.spread_repost(repost)


@events.post_unreposted.connect
def bring_again(_person, post):
    """What went with one repost may be there by another."""
    defer("spread", post_id=post.id)


@events.user_followed.connect
def welcome(reader, followed):
    """Bring along what somebody wrote before."""
    spreading.welcome(reader, followed)


@events.user_unfollowed.connect
def part(reader, followed):
    """Take away what came from them."""
    spreading.part_from(reader, followed)


@events.tag_followed.connect
def welcome_tag(reader, tag):
    """Bring along what stands under a tag already."""
    spreading.welcome_tag(reader, tag)


@events.tag_unfollowed.connect
def part_from_tag(reader, tag):
    """Take away what only the tag has brought."""
    spreading.part_from_tag(reader, tag)


@events.tags_merged.connect
def bring_together(tag, former_id):
    """Bring to whoever followed one of two tags what stood under the other."""
    if spreading.has_many_followers(tag):
        defer("spread_tag", tag_id=tag.id)
    else:
        spreading.spread_tag(tag)


@delivers("spread")
def spread_later(_row, post_id):
    """Bring a post to many; one that has gone meanwhile to nobody."""
    if post := db.session.get(Post, post_id):
        spreading.spread(post)


@delivers("pass_on")
def pass_on_later(_row, repost_id):
    """Bring what was passed on to many, if it still is."""
    if repost := db.session.get(Repost, repost_id):
        spreading.spread_repost(repost)


@delivers("spread_tag")
def spread_tag_later(_row, tag_id):
    """Bring what stands under a tag to its many followers, if it is still there."""
    if tag := db.session.get(Tag, tag_id):
        spreading.spread_tag(tag)


@after_pruning
def cut_homes():
    """Take away what is further back than a home goes, some homes at a time."""
    people = db.session.scalars(select(User.id).order_by(User.id)).all()
    for start in range(0, len(people), BATCH):
        db.session.execute(spreading.removal(people[start : start + BATCH]))
        db.session.commit()
