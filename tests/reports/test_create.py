import pytest

from app.extensions import db
from app.models import Matter, Report
from tests.fixtures.writing import publish
from tests.support.database import changes, queries

FORM = "form[action^='/reports/']"


@pytest.fixture
def sheet(browser, cleo, note):
    """The page where Cleo reports Bob's note, which the post leads to."""
    page = browser.sign_in(cleo).visit(note.path)
    return page.browser.visit(page.select("a[href^='/reports/post/']")[0]["href"])


def test_a_report_is_sent_with_reason_and_words(sheet, note):
    with changes(Report, by=1):
        page = sheet.submit(FORM, reason="spam", words="He sells bells.")

    report = db.session.scalars(db.select(Report)).one()
    assert page.text("h1") == "Thank you for telling us"
    assert (report.reason, report.words) == ("spam", "He sells bells.")


def test_the_page_shows_what_is_reported_and_what_else_one_can_do(sheet):
    assert sheet.text("h1") == "Report a post by Bob Lindqvist"
    assert sheet.text("blockquote") == "A raisin in the bell."
    assert {a["href"] for a in sheet.select("[aria-labelledby=instead] a")} == {
        "/@bob/mute",
        "/@bob/block",
    }


def test_the_page_costs_the_same_as_others(browser, ann, note):
    browser.sign_in(ann)

    with queries(at_most=4):
        browser.visit(f"/reports/post/{note.id}")


def test_without_a_reason_nothing_is_sent_and_nothing_lost(sheet):
    with changes(Report, by=0):
        page = sheet.submit(FORM, words="A long story.")

    assert (page.status, page.value("words")) == (422, "A long story.")
    assert "Choose what comes closest." in page.text("[role=alert]")


def test_something_else_wants_a_sentence(sheet):
    page = sheet.submit(FORM, reason="other", words=" ")

    assert page.status == 422
    assert page.select("#reason-5")[0].has_attr("checked")


def test_too_many_words_come_back_whole(sheet):
    page = sheet.submit(FORM, reason="spam", words="x" * 2001)

    assert (page.status, len(page.value("words"))) == (422, 2001)


def test_a_made_up_reason_is_none(sheet):
    with changes(Report, by=0):
        assert sheet.submit(FORM, reason="envy").status == 422


def test_who_has_reported_it_sees_what_they_said(sheet):
    sheet.submit(FORM, reason="spam", words="He sells bells.")

    page = sheet.browser.visit(sheet.path)

    assert page.path.startswith("/reports/")
    assert page.shows("He sells bells.")


def test_the_same_report_from_two_tabs_is_one(sheet):
    with changes(Report, by=1):
        pages = [sheet.submit(FORM, reason="spam", words="Bells.") for _ in range(2)]

    assert pages[0].path == pages[1].path


def test_another_one_from_a_second_tab_is_kept_on_the_page(sheet):
    sheet.submit(FORM, reason="spam", words="Bells.")

    with changes(Report, by=0):
        page = sheet.submit(FORM, reason="rules", words="And a long story.")

    assert (page.status, page.value("words")) == (409, "And a long story.")
    assert "You’ve told us of this already" in page.text("[role=alert]")


def test_what_was_deleted_meanwhile_is_gone(sheet, note):
    note.throw_away()
    db.session.commit()

    with changes(Report, by=0):
        assert sheet.submit(FORM, reason="spam").status == 404


@pytest.mark.parametrize("kind", ["post", "person"])
def test_nobody_reports_what_is_theirs(browser, bob, note, kind):
    key = {"post": note.id, "person": bob.id}[kind]
    page = browser.sign_in(bob).visit(f"/reports/{kind}/{key}")

    assert page.status == 404
    assert not browser.visit("/@bob").select("a[href^='/reports/']")
    assert not browser.visit(note.path).select("a[href^='/reports/']")


@pytest.mark.parametrize("audience", ["followers", "private"])
def test_what_one_may_not_see_one_cannot_report(browser, ann, bob, audience):
    post = publish(bob, "For some", to=audience)

    page = browser.sign_in(ann).visit(f"/reports/post/{post.id}")

    assert page.status == 404


def test_a_person_is_reported_from_their_profile(browser, ann, bob):
    profile = browser.sign_in(ann).visit("/@bob")
    sheet = browser.visit(profile.select("#about a[href^='/reports/']")[0]["href"])

    sheet.submit(FORM, reason="harassment")

    matter = db.session.scalars(db.select(Matter)).one()
    assert (matter.kind, matter.about_id) == ("person", bob.id)


def test_whom_one_has_blocked_one_still_reports(browser, ann, bob):
    ann.block(bob)
    db.session.commit()

    page = browser.sign_in(ann).visit(f"/reports/person/{bob.id}")

    assert page.submit(FORM, reason="harassment").status == 200


def test_who_has_blocked_the_reader_is_as_unknown_here_as_elsewhere(browser, ann, bob):
    bob.block(ann)
    db.session.commit()

    assert browser.sign_in(ann).visit(f"/reports/person/{bob.id}").status == 404


def test_a_visitor_is_offered_nothing(browser, note):
    assert not browser.visit(note.path).select("a[href^='/reports/']")


def test_a_moderator_is_led_to_the_matter(browser, dan, note):
    page = browser.sign_in(dan).visit(f"/reports/post/{note.id}")

    assert page.submit(FORM, reason="spam").path.startswith("/moderation/")


def test_twenty_an_hour_are_enough(browser, ann, bob):
    posts = [publish(bob, body=f"Bell {number}.") for number in range(21)]
    browser.sign_in(ann)

    statuses = [
        browser.visit(f"/reports/post/{post.id}").submit(FORM, reason="spam").status
        for post in posts
    ]

    assert statuses == [200] * 20 + [429]
