import pytest
from sqlalchemy.exc import IntegrityError

from app.extensions import db
from app.models import Block, Follow
from tests.support.browser import Browser
from tests.support.database import changes


@pytest.fixture
def blocked(ann, eve):
    """Eve, whom Ann has blocked."""
    ann.block(eve)
    db.session.commit()
    return eve


def test_the_menu_leads_to_a_question_that_is_answered(browser, ann, eve):
    question = browser.sign_in(ann).visit("/@eve/block")

    with changes(Block, by=1):
        page = question.submit("main form")

    assert page.path == "/settings/blocks/"
    assert page.texts(".people .name") == ["Eve Larkin"]


def test_two_tabs_block_once(browser, ann, eve):
    tabs = [browser.sign_in(ann).visit("/@eve/block") for _ in range(2)]

    with changes(Block, by=1):
        pages = [tab.submit("main form") for tab in tabs]

    assert [page.status for page in pages] == [200, 200]


def test_it_ends_what_tied_them(ann, eve):
    ann.follow(eve)
    eve.follow(ann)

    with changes(Follow, by=-2):
        ann.block(eve)


def test_the_counts_of_both_go_down(ann, eve):
    eve.follow(ann)
    db.session.commit()

    ann.block(eve)
    db.session.commit()

    db.session.refresh(ann)
    assert ann.follower_count == 0


@pytest.mark.parametrize("way", ["", "/followers", "/the-tide-tables", "/follow"])
def test_the_blocked_find_nothing_where_one_was(browser, blocked, essay, way):
    browser.sign_in(blocked)

    page = browser.visit(f"/@ann{way.replace('the-tide-tables', essay.slug)}")

    assert page.status in {404, 405}


def test_nothing_tells_them_why(browser, blocked):
    browser.sign_in(blocked)

    told, unknown = (browser.visit(f"/@{name}").text() for name in ("ann", "nobody"))

    assert told == unknown


def test_a_follow_from_an_old_page_changes_nothing(app, ann, eve):
    profile = Browser(app.test_client()).sign_in(eve).visit("/@ann")
    ann.block(eve)
    db.session.commit()

    with changes(Follow, by=0):
        page = profile.submit("form.follow")

    assert page.status == 404


def test_whom_one_has_blocked_one_cannot_follow(browser, ann, blocked):
    profile = browser.sign_in(ann).visit("/@eve")

    page = profile.submit("form.follow")

    assert page.status == 403
    assert page.shows("You have blocked Eve Larkin")


def test_the_page_of_the_blocked_says_so_and_shows_no_post(browser, ann, blocked):
    page = browser.sign_in(ann).visit("/@eve")

    assert page.shows("You have blocked Eve Larkin")
    assert page.shows("Unblock")


@pytest.mark.parametrize("path", ["/people", "/suggestions/people/?q=e"])
def test_the_blocked_stand_on_no_list(browser, ann, blocked, path):
    page = browser.sign_in(ann).visit(path)

    assert "Eve L" not in page.answer.text


@pytest.mark.parametrize("path", ["/people", "/suggestions/people/?q=a"])
def test_nor_does_who_blocked_for_them(browser, ann, blocked, path):
    page = browser.sign_in(blocked).visit(path)

    assert "Ann O" not in page.answer.text


def test_nobody_blocks_themselves(browser, ann, eve):
    token = browser.sign_in(ann).visit("/@eve/block").value("csrf_token")

    with changes(Block, by=0):
        browser.send("/@ann/block", {"csrf_token": token})


def test_the_table_refuses_it_too(ann):
    db.session.add(Block(blocker_id=ann.id, blocked_id=ann.id))

    with pytest.raises(IntegrityError):
        db.session.flush()
