from app.extensions import db
from tests.support.database import queries


def test_the_log_says_who_did_what_to_whom_and_why(browser, ann, bob, dan, matter):
    ann.judge(bob, "hide", matter=matter, note="Bells again.", message="No bells.")
    db.session.commit()

    page = browser.sign_in(dan).visit("/moderation/log/")

    line = page.text(".deeds li")
    assert "Ann Okafor hid it" in line
    assert "A post by Bob Lindqvist" in line
    assert "Bells again." in line


def test_it_is_read_in_pages_at_a_constant_price(browser, ann, bob, dan):
    for number in range(25):
        ann.judge(bob, "warn", note=f"Number {number}.")
    db.session.commit()
    browser.sign_in(dan).visit("/")

    with queries(at_most=6):
        page = browser.visit("/moderation/log/")

    assert len(page.select(".deeds li")) == 20
    older = browser.visit(page.select("a[rel=next]")[0]["href"])
    assert len(older.select(".deeds li")) == 5


def test_moderators_read_no_notes_about_themselves(browser, ann, dan):
    ann.judge(dan, "warn", note="Too quick to judge.")
    db.session.commit()

    page = browser.sign_in(dan).visit("/moderation/log/")

    assert "Too quick" not in page.text("main")
