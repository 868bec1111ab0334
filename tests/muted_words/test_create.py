import pytest

from app.extensions import db
from app.models import MutedWord
from app.models.muted_word import MOST
from tests.fixtures.writing import publish
from tests.support.database import changes


@pytest.fixture
def page(browser, ann):
    return browser.sign_in(ann).visit("/settings/muted-words/")


@pytest.mark.parametrize(
    "typed",
    ["raisin", "RAISIN", " Raisin! ", "the bell", "#bells", "Bells", "café", "潮水"],
)
@pytest.mark.parametrize("path", ["/explore/", "/"])
def test_lists_leave_out_what_has_it_in(browser, page, ann, bob, typed, path):
    ann.follow(bob)
    publish(bob, body="A raisin in the bell. Cafe 有潮水吗 #bells")

    page.submit("main form", word=typed)

    assert not browser.visit(path).select("article")


@pytest.mark.parametrize("typed", ["rais", "ell", "#bell", "bell raisin", "%", "_"])
def test_they_keep_what_has_not(browser, page, ann, bob, typed):
    publish(bob, body="A raisin in the bell. #bells")

    page.submit("main form", word=typed)

    assert browser.visit("/explore/").select("article")


def test_a_title_counts_too(browser, page, bob):
    publish(bob, "On raisins", "Nothing else.")

    page.submit("main form", word="raisins")

    assert not browser.visit("/explore/").select("article")


def test_a_text_that_says_it_later_goes_too(browser, page, bob):
    note = publish(bob, body="A bell.")
    page.submit("main form", word="raisin")

    note.revise(**note.words | {"body": "A raisin."})
    db.session.commit()

    assert not browser.visit("/explore/").select("article")


def test_ones_own_words_are_always_heard(browser, page, ann):
    publish(ann, body="A raisin of mine.")

    page.submit("main form", word="raisin")

    assert browser.visit("/explore/").shows("raisin of mine")


@pytest.mark.parametrize("typed", ["", "  ", "#", "!?", "x" * 81])
def test_what_no_text_can_have_is_refused(page, typed):
    with changes(MutedWord, by=0):
        answer = page.submit("main form", word=typed)

    assert answer.status == 422
    assert answer.value("word") == typed.strip()


def test_the_same_word_twice_is_one(page):
    with changes(MutedWord, by=1):
        page.submit("main form", word="Raisin").submit("main form", word="raisin")


def test_there_is_room_for_so_many(page, ann):
    for number in range(MOST):
        ann.mute_word(f"word{number}")
    db.session.commit()

    answer = page.submit("main form", word="one more")

    assert answer.status == 422
    assert answer.value("word") == "one more"


def test_it_can_be_taken_back(browser, page, bob):
    publish(bob, body="A raisin.")
    muted = page.submit("main form", word="raisin")

    muted.submit(".people form")

    assert browser.visit("/explore/").shows("raisin")


def test_nobody_takes_back_what_another_muted(browser, page, ann, bob):
    ann.mute_word("raisin")
    db.session.commit()
    key = db.session.scalars(db.select(MutedWord.id)).one()
    token = browser.sign_in(bob).visit("/settings/muted-words/").value("csrf_token")

    with changes(MutedWord, by=0):
        page = browser.send(
            f"/settings/muted-words/{key}/delete", {"csrf_token": token}
        )

    assert page.status == 404
