from datetime import timedelta

from app.extensions import db
from app.models.columns import now
from tests.fixtures.writing import publish
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries

PATH = "/explore/featured/"


def featured(person, author, title, ago=timedelta()):
    """An article that somebody has shown to everybody first, some time ago."""
    post = publish(author, title)
    person.feature(post, now() - ago)
    db.session.commit()
    return post


def test_the_latest_choice_stands_before_the_others(browser, ann, bob, dan):
    for days, title in enumerate(("Third", "Second", "First")):
        featured(dan, bob, title, ago=timedelta(days=3 - days))

    assert browser.visit(PATH).texts(".feed h2") == ["First", "Second", "Third"]


def test_what_is_not_for_everybody_any_more_is_not_here(browser, ann, dan):
    featured(dan, ann, "Private").show_to("private")
    featured(dan, ann, "Hidden").hide()
    featured(dan, ann, "Binned").throw_away()
    db.session.commit()

    assert browser.visit(PATH).text(".empty h2") == "Nothing is featured yet"


def test_a_reader_does_not_meet_whom_they_have_blocked(browser, ann, bob, dan):
    featured(dan, ann, "By Ann")
    bob.block(ann)
    db.session.commit()

    assert not browser.sign_in(bob).visit(PATH).select("article.entry")


def test_twelve_stand_on_a_page(browser, ann, dan):
    titles = [featured(dan, ann, f"Wave {n}").title for n in range(14)]
    page = browser.visit(PATH)

    assert len(page.select("article.entry")) == 12
    assert sorted(turn_pages(page, ".feed h2")) == sorted(titles)


def test_twelve_authors_take_few_statements(browser, ann, dan):
    for person in strangers(12):
        featured(dan, person, f"By {person.name}")
    browser.visit(PATH)

    with queries(at_most=4):
        page = browser.visit(PATH)

    assert len(page.select("article.entry")) == 12
