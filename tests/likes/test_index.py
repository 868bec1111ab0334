from datetime import timedelta

import pytest
from sqlalchemy import text, update

from app.extensions import db
from app.models import Like, Post, Repost, echoes
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.crowd import strangers, turn_pages
from tests.support.database import fresh, queries

ASK = "EXPLAIN QUERY PLAN"


@pytest.fixture
def liked(essay):
    """Ann's essay, which 25 people like, the last of them first."""
    for number, person in enumerate(strangers(25)):
        person.like(essay)
        moment = now() - timedelta(minutes=number)
        mine = update(Like).where(Like.user_id == person.id)
        db.session.execute(mine.values(created_at=moment))
    db.session.commit()
    return essay


def test_who_likes_it_stands_there_the_newest_first(browser, liked):
    page = browser.visit(f"{liked.path}/likes")

    assert page.texts(".people .name")[:2] == ["Stranger 0", "Stranger 1"]


def test_everybody_stands_there_once(browser, liked):
    found = turn_pages(browser.visit(f"{liked.path}/likes"), ".people .name")

    assert sorted(found) == sorted(f"Stranger {number}" for number in range(25))


def test_the_post_leads_there(browser, liked):
    page = browser.visit(liked.path)

    assert page.text(".article-echo a") == "25 people like this"
    assert page.select(".article-echo a")[0]["href"] == f"{liked.path}/likes"


def test_who_is_away_stands_there_no_longer(browser, bob, essay):
    bob.like(essay)
    db.session.commit()
    bob.leave()
    db.session.commit()

    assert browser.visit(f"{essay.path}/likes").shows("Nobody yet")
    assert not browser.visit(essay.path).select(".article-echo")


@pytest.mark.parametrize("list_of", ["likes", "reposts"])
def test_whoever_is_apart_from_the_reader_is_left_out(
    browser, bob, eve, essay, list_of
):
    for person in (bob, eve):
        person.like(essay)
        person.repost(essay)
    bob.block(eve)
    db.session.commit()

    page = browser.sign_in(bob).visit(f"{essay.path}/{list_of}")

    assert page.texts(".people .name") == ["Bob Lindqvist"]


def test_people_are_followed_from_there(browser, ann, bob, essay):
    bob.like(essay)
    db.session.commit()

    page = browser.sign_in(ann).visit(f"{essay.path}/likes").submit("form.follow")

    assert page.text("form.follow button") == "Following Bob Lindqvist"


@pytest.mark.parametrize(("reader", "most"), [(None, 4), ("bob", 6)])
def test_it_takes_few_statements(browser, liked, reader, most, request):
    if reader:
        browser.sign_in(request.getfixturevalue(reader))
    browser.visit(f"{liked.path}/likes")

    with queries(at_most=most):
        browser.visit(f"{liked.path}/likes")


def test_a_post_for_followers_keeps_its_list(browser, ann, bob, cleo):
    post = publish(ann, "For some", to="followers")
    bob.follow(ann)
    db.session.commit()

    assert browser.sign_in(cleo).visit(f"{post.path}/likes").status == 404
    assert browser.sign_in(bob).visit(f"{post.path}/likes").status == 200


def test_nobody_else_is_led_there_by_a_search_engine(browser, essay):
    page = browser.visit(f"{essay.path}/likes")

    assert page.select("meta[name=robots]")[0]["content"] == "noindex"


@pytest.mark.parametrize("feature", ["likes", "reposts"])
def test_a_recount_sets_counters_right(app, bob, essay, feature):
    bob.like(essay)
    bob.repost(essay)
    db.session.commit()
    db.session.execute(update(Post).values(like_count=7, repost_count=-1))
    db.session.commit()

    app.test_cli_runner().invoke(args=["recount", feature])

    counter = {"likes": "like_count", "reposts": "repost_count"}[feature]
    assert getattr(fresh(essay), counter) == 1


@pytest.mark.parametrize("table", [Like, Repost])
def test_the_list_is_read_in_the_order_of_an_index(app, essay, table):
    if db.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL plans by how many rows there are")
    rows = {Like: echoes.likes, Repost: echoes.reposts}[table](essay, None)
    key = table.user_id if table is Like else table.id
    page = rows.order_by(table.created_at.desc(), key.desc()).limit(21)
    words = page.compile(db.engine, compile_kwargs={"literal_binds": True})

    plan = " ".join(row[-1] for row in db.session.execute(text(f"{ASK} {words}")))

    assert f"ix_{table.__tablename__}_post_id_created_at_{key.key}" in plan
    assert "TEMP B-TREE" not in plan
