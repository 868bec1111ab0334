from app.extensions import db


def test_the_page_shows_what_was_reported_and_what_was_done(
    browser, ann, bob, dan, matter
):
    ann.judge(bob, "hide", matter=matter, note="Bells again.")
    db.session.commit()

    page = browser.sign_in(dan).visit("/moderation/people/bob")

    assert "A raisin in the bell." in page.text("[aria-labelledby=matters]")
    assert "Ann Okafor hid it" in page.text("[aria-labelledby=history]")
    assert "Bells again." in page.text("[aria-labelledby=history]")


def test_a_moderator_is_led_there_from_the_profile(browser, bob, dan):
    profile = browser.sign_in(dan).visit("/@bob")

    assert profile.select("#about a[href='/moderation/people/bob']")


def test_a_member_is_not(browser, bob, cleo):
    profile = browser.sign_in(cleo).visit("/@bob")

    assert not profile.select("a[href^='/moderation/']")


def test_who_is_suspended_is_still_found_here(browser, ann, bob, dan):
    ann.judge(bob, "suspend")
    db.session.commit()

    page = browser.sign_in(dan).visit("/moderation/people/bob")

    assert "Suspended" in page.text(".badge--danger")


def test_about_an_admin_a_moderator_decides_nothing(browser, ann, dan):
    page = browser.sign_in(dan).visit("/moderation/people/ann")

    assert not page.select("main form")
    assert "only admins decide" in page.text(".notice")
