import pytest
from sqlalchemy import event, select

from app.extensions import db
from app.models import Post, Tag, Tagging
from app.models.columns import now
from app.web.pruning import prune
from tests.fixtures.cast import join
from tests.fixtures.writing import publish
from tests.support.database import changes, statements


def tags_of(post):
    """The names of its tags in their order, as its rows say."""
    rows = select(Tag.name).join(Tagging, Tagging.tag_id == Tag.id)
    mine = rows.where(Tagging.post_id == post.id).order_by(Tagging.place)
    return db.session.scalars(mine).all()


def test_a_post_has_its_tags_in_their_order(essay):
    essay.tag_with(["Tides", "sea", "#Tides", "a diary"])

    assert tags_of(essay) == ["tides", "sea", "a-diary"]


def test_new_tags_take_the_place_of_old_ones(essay):
    essay.tag_with(["tides", "sea"])
    essay.tag_with(["sea", "moon"])

    assert tags_of(essay) == ["sea", "moon"]


def test_one_word_is_one_tag_however_many_use_it(essay, note):
    essay.tag_with(["ink", "sea"])

    with changes(Tag, by=1):
        note.tag_with(["Ink", "bell"])


def test_hashtags_come_after_the_tags_of_the_post(ann):
    post = publish(ann, "Title", "On #ink, #Paper and #sea.")
    post.tag_with(["sea", "moon"])

    assert tags_of(post) == ["sea", "moon", "ink", "paper"]


def test_a_note_has_its_hashtags(bob):
    assert tags_of(publish(bob, body="Found #ink.")) == ["ink"]


def test_a_hashtag_goes_when_it_leaves_the_text(ann):
    post = publish(ann, "Title", "On #ink and #sea.")
    post.tag_with(["sea"])

    post.revise(title="Title", summary="", body="On nothing.")

    assert tags_of(post) == ["sea"]


def test_there_is_room_for_ten(ann):
    post = publish(ann, "Title", " ".join(f"#text{n}" for n in range(10)))
    post.tag_with([f"own{number}" for number in range(7)])

    assert len(tags_of(post)) == 10
    assert tags_of(post)[6:8] == ["own6", "text0"]


def test_the_same_tags_again_cost_nothing(essay):
    essay.tag_with(["ink", "sea"])

    with statements() as sent:
        essay.tag_with(["ink", "sea"])

    assert not sent


def test_tags_move_with_the_moment_of_their_post(draft):
    draft.tag_with(["ink"])
    draft.published_at = moment = now()
    db.session.commit()

    assert db.session.scalar(select(Tagging.published_at)) == moment


def test_rendering_again_finds_the_hashtags_of_old_texts(app, ann):
    post = publish(ann, "Title", "On #ink.")
    post.hashtags, post.renderer = "", 0
    db.session.execute(Tagging.__table__.delete())
    db.session.commit()

    app.test_cli_runner().invoke(args=["posts", "rerender"])

    assert tags_of(post) == ["ink"]


def test_another_writer_may_bring_the_same_word_first(essay):
    @event.listens_for(db.session.get_bind(), "before_cursor_execute")
    def another_is_faster(_connection, cursor, statement, values, *_rest):
        if statement.startswith("INSERT INTO tag "):
            cursor.execute(statement, values)

    with changes(Tag, by=1):
        essay.tag_with(["ink"])

    assert tags_of(essay) == ["ink"]


def test_two_writers_bring_the_same_words_at_once(race, shared_app):
    with shared_app.app_context():
        keys = [publish(join(name, name)).id for name in ("ann", "bob", "cleo", "dan")]

    def tag(key, names):
        with shared_app.app_context():
            db.session.get(Post, key).tag_with(names)
            db.session.commit()

    words = [f"word{number}" for number in range(10)]
    race.run(
        *(
            lambda k=k, n=n: tag(k, words[:: 1 - 2 * (n % 2)])
            for n, k in enumerate(keys)
        )
    )

    with shared_app.app_context():
        assert len(db.session.scalars(select(Tag.id)).all()) == 10
        assert len(db.session.scalars(select(Tagging.tag_id)).all()) == 40


def test_words_that_nobody_uses_any_more_are_removed(essay):
    essay.tag_with(["ink", "sea"])
    essay.tag_with(["sea"])

    assert prune()["tag"] == 1
    assert tags_of(essay) == ["sea"]


@pytest.mark.parametrize("word", ["墨水", "मूल्य", "i\u0307stanbul", "x" * 60])
def test_any_script_can_be_kept(essay, word):
    essay.tag_with([word])

    assert tags_of(essay) == [word]
