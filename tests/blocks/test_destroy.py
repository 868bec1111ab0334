from app.extensions import db
from app.models import Block
from tests.fixtures.cast import join
from tests.support.browser import Browser
from tests.support.database import changes, queries


def test_both_find_each_other_again(app, browser, ann, eve):
    ann.block(eve)
    db.session.commit()

    with changes(Block, by=-1):
        browser.sign_in(ann).visit("/settings/blocks/").submit(".people form")

    assert Browser(app.test_client()).sign_in(eve).visit("/@ann").status == 200


def test_the_list_costs_the_same_however_long(browser, ann):
    browser.sign_in(ann)
    for number in range(3):
        ann.block(join(f"gus{number}", "Gus"))
    db.session.commit()

    with queries(at_most=3):
        browser.visit("/settings/blocks/")


def test_who_is_away_has_no_name_there_and_can_be_unblocked(browser, ann, eve):
    ann.block(eve)
    eve.leave()
    db.session.commit()

    page = browser.sign_in(ann).visit("/settings/blocks/")

    assert page.text(".people p").startswith("Somebody who left@eve")
    with changes(Block, by=-1):
        assert page.submit(".people form").status == 200


def test_so_can_who_has_blocked_the_reader(browser, ann, eve):
    ann.block(eve)
    eve.block(ann)
    db.session.commit()

    with changes(Block, by=-1):
        page = browser.sign_in(ann).visit("/settings/blocks/").submit(".people form")

    assert page.shows("Unblocked.")


def test_an_empty_list_says_how_to_fill_it(browser, ann):
    assert browser.sign_in(ann).visit("/settings/blocks/").shows("Nobody is blocked")
