from app.extensions import db


def test_a_report_is_seen_by_whoever_made_it_alone(browser, ann, bob, dan, report):
    statuses = [
        browser.sign_in(reader).visit(f"/reports/{report.id}").status
        for reader in (ann, bob, dan)
    ]

    assert statuses == [404] * 3


def test_it_says_that_nobody_has_looked_yet(browser, cleo, report):
    page = browser.sign_in(cleo).visit(f"/reports/{report.id}")

    assert page.text("h1") == "Thank you for telling us"


def test_and_later_that_somebody_has_but_not_what_they_did(
    browser, cleo, bob, dan, report, matter
):
    dan.judge(bob, "suspend", matter=matter, note="Enough.", message="Go.")
    db.session.commit()

    page = browser.sign_in(cleo).visit(f"/reports/{report.id}")

    assert page.text("h1") == "Somebody has looked at it"
    assert not page.shows("Enough.")
    assert not page.shows("suspended")
