"""What a comment does to its thread and its counters."""

import pytest
from sqlalchemy import delete, select

from app import events
from app.extensions import db
from app.models import Comment, Post
from app.models.comment_upkeep import forget_words
from tests.fixtures.cast import join
from tests.support.database import changes, fresh
from tests.support.threads import chain


def say(person, post, body="True.", answering=None, **more):
    comment = person.comment_on(post, body, answering, **more)
    db.session.commit()
    return comment


def test_a_comment_counts_below_its_post(essay, bob):
    say(bob, essay)

    assert fresh(essay).comment_count == 1


def test_an_answer_counts_in_its_conversation(essay, ann, bob):
    root = say(bob, essay)
    answer = say(ann, essay, answering=root)
    say(bob, essay, answering=answer)

    assert (fresh(root).reply_count, fresh(answer).reply_count) == (2, 0)


def test_what_is_sent_twice_is_said_once(essay, bob):
    with changes(Comment, by=1):
        said = [say(bob, essay, form_key="one") for _ in range(2)]

    assert said[0] == said[1]
    assert fresh(essay).comment_count == 1


def test_taking_back_and_giving_back_is_counted_once(essay, bob):
    comment = say(bob, essay)
    for _ in range(2):
        comment.take_back()
    assert fresh(essay).comment_count == 0

    for _ in range(2):
        comment.give_back()

    assert fresh(essay).comment_count == 1


def test_hiding_is_counted_and_signed(essay, ann, bob):
    comment = say(bob, essay)

    comment.hide(ann, "Off the subject.")

    assert (comment.hidden_by, comment.hidden_why) == (ann, "Off the subject.")
    assert fresh(essay).comment_count == 0


def test_what_is_hidden_and_taken_back_is_counted_when_neither(essay, ann, bob):
    comment = say(bob, essay)
    comment.hide(ann)
    comment.take_back()
    comment.show()
    assert fresh(essay).comment_count == 0

    comment.give_back()

    assert fresh(essay).comment_count == 1


def test_whoever_is_away_is_not_counted(essay, ann, bob):
    root = say(bob, essay)
    for _ in range(2):
        say(bob, essay, answering=root)
    bob.leave()
    assert (fresh(essay).comment_count, fresh(root).reply_count) == (0, 0)

    bob.come_back()

    assert (fresh(essay).comment_count, fresh(root).reply_count) == (3, 2)


def test_a_branch_is_read_as_a_tree(essay, bob):
    root = say(bob, essay, "root")
    one, two = (say(bob, essay, word, root) for word in ("one", "two"))
    say(bob, essay, "below one", one)
    say(bob, essay, "below two", two)

    words = [comment.body for comment in db.session.scalars(root.branch())]

    assert words == ["root", "one", "below one", "two", "below two"]
    assert [c.body for c in db.session.scalars(one.branch())] == ["one", "below one"]


def test_a_thread_goes_as_deep_as_people_take_it(essay, bob):
    last = chain(bob, essay, 40)
    root = db.session.get(Comment, last.root_id)

    words = [comment.body for comment in db.session.scalars(root.branch())]
    above = [comment.body for comment in db.session.scalars(last.above(3))]

    assert words == [f"No. {number}" for number in range(40)]
    assert above == ["No. 13", "No. 14", "No. 15"]


def test_a_post_takes_a_deep_thread_along(essay, bob):
    chain(bob, essay, 1100)

    with changes(Comment, by=-1100):
        db.session.execute(delete(Post).where(Post.id == essay.id))
        db.session.commit()


@pytest.fixture
def told():
    seen = []

    def hear(sender, people):
        seen.extend(person.handle for person in people)

    with events.people_mentioned.connected_to(hear):
        yield seen


def test_who_is_named_is_told_once(essay, bob, cleo, dan, told):
    comment = say(bob, essay, "Ask @cleo, @bob.")

    comment.change("Ask @cleo or @dan.")

    assert told == ["cleo", "dan"]


def test_nobody_is_told_of_what_they_cannot_read(essay, ann, bob, cleo, told):
    bob.follow(ann)
    essay.show_to("followers")

    say(bob, essay, "@cleo @ann")

    assert told == ["ann"]


def test_nor_are_those_who_are_apart(essay, bob, cleo, told):
    cleo.block(bob)

    say(bob, essay, "@cleo")

    assert told == []


def test_five_hundred_names_tell_fifty(essay, bob, told):
    for number in range(60):
        join(f"crowd{number:03}", "One of many")

    say(bob, essay, " ".join(f"@crowd{number:03}" for number in range(500)))

    assert len(told) <= 50


def test_whoever_goes_for_good_takes_the_words_along(essay, ann, bob):
    root = say(bob, essay)
    say(ann, essay, answering=root)
    bob.leave(for_good=True)
    bob.ends_at = bob.withheld_at
    db.session.commit()

    forget_words()
    db.session.execute(type(bob).removal())
    db.session.commit()
    db.session.expire_all()

    left = db.session.scalars(select(Comment).order_by(Comment.id)).all()
    assert [(c.author_id, c.body) for c in left] == [(None, ""), (ann.id, "True.")]
