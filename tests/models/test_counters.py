"""Whatever people do in whatever order, a counter says what the rows say."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.extensions import db
from app.models import Like, Post, Repost, User

DEEDS = {
    "like": lambda who, post: who.like(post),
    "unlike": lambda who, post: who.unlike(post),
    "save": lambda who, post: who.save(post),
    "unsave": lambda who, post: who.unsave(post),
    "repost": lambda who, post: who.repost(post, "A word."),
    "unrepost": lambda who, post: who.unrepost(post),
    "leave": lambda who, post: who.leave(),
    "come back": lambda who, post: who.come_back(),
    "throw away": lambda who, post: post.throw_away(),
    "take back": lambda who, post: post.take_back(),
}
PEOPLE = 3
storms = st.lists(
    st.tuples(
        st.sampled_from(sorted(DEEDS)),
        st.integers(0, PEOPLE - 1),
        st.integers(0, PEOPLE - 1),
    ),
    min_size=5,
    max_size=40,
)


def rows_of(table, post):
    """How many rows of people who are here are about ``post``."""
    here = select(func.count()).select_from(table).join(User, User.id == table.user_id)
    return db.session.scalar(here.where(table.post_id == post.id, User.is_here()))


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(storm=storms)
def test_after_any_storm_the_counters_say_what_the_rows_say(app, storm):
    nested = db.session.begin_nested()
    people = [User.named(f"who{number}", "Who") for number in range(PEOPLE)]
    db.session.add_all(people)
    db.session.flush()
    posts = [who.write(title="T", summary="", body="B") for who in people]
    for post in posts:
        db.session.flush()
        post.publish()
    for deed, who, post in storm:
        DEEDS[deed](people[who], posts[post])
        db.session.flush()
        db.session.expire(people[who], ["withheld_at"])

    for post in db.session.scalars(select(Post)).all():
        db.session.refresh(post, ["like_count", "repost_count"])
        said = post.like_count, post.repost_count
        assert said == (rows_of(Like, post), rows_of(Repost, post))
    nested.rollback()
    db.session.expunge_all()
