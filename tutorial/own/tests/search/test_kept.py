"""The index says what the posts say: in the same transaction, and made again."""

from sqlalchemy import delete, text

from app.extensions import db
from app.lib.search_query import parsed
from app.models import PostEntry, searches
from tests.support.database import changes


def titles(typed):
    query = searches.posts(parsed(typed))
    return [post.title for post in db.session.scalars(query)]


def rows_of_index():
    return db.session.scalar(
        text("SELECT count(*) FROM post_full_text('water OR low')")
    )


def test_another_text_is_found_by_its_words(essay):
    essay.revise(title="Ebb", body="Low.")
    db.session.commit()

    assert titles("low") == ["Ebb"]
    assert titles("water") == titles("tide") == []


def test_what_is_taken_back_leaves_no_word(essay):
    essay.revise(title="Ebb", body="Low.")
    db.session.rollback()

    assert titles("low") == []
    assert titles("water") == ["The tide tables"]


def test_what_is_gone_leaves_no_entry(essay):
    assert rows_of_index() == 1
    with changes(PostEntry, by=-1):
        db.session.delete(essay)
        db.session.commit()

    assert rows_of_index() == 0


def test_the_index_can_be_made_again(app, essay):
    db.session.execute(delete(PostEntry))
    db.session.commit()
    assert titles("water") == []

    said = app.test_cli_runner().invoke(args=["search", "rebuild"]).output

    assert said == "1 posts can be found.\n"
    assert titles("water") == ["The tide tables"]
