import pytest

from app.extensions import db
from app.models import AuditEntry, Feature
from tests.support.database import changes

FORM = "form.feature"


@pytest.mark.parametrize("who", ["ann", "dan"])
def test_admins_and_moderators_feature_a_post_from_its_page(
    browser, essay, who, request
):
    page = browser.sign_in(request.getfixturevalue(who)).visit(essay.path)

    with changes(Feature, by=1):
        page = page.submit(FORM)

    assert page.text(f"{FORM} button") == "Feature no longer"
    assert page.shows("Visitors find it on the front page.")


def test_the_same_button_takes_it_back(browser, dan, essay):
    page = browser.sign_in(dan).visit(essay.path).submit(FORM)

    with changes(Feature, by=-1):
        page = page.submit(FORM)

    assert page.text(f"{FORM} button") == "Feature on the front page"


def test_two_tabs_feature_it_once(browser, dan, essay):
    first = browser.sign_in(dan).visit(essay.path)
    second = browser.visit(essay.path)
    first.submit(FORM)

    with changes(Feature, by=0):
        second = second.submit(FORM)

    assert second.text(f"{FORM} button") == "Feature no longer"


def test_who_did_it_is_written_down(browser, dan, essay):
    browser.sign_in(dan).visit(essay.path).submit(FORM).submit(FORM)

    entries = db.session.scalars(db.select(AuditEntry).order_by(AuditEntry.id)).all()
    done = [entry for entry in entries if entry.actor_id == dan.id]
    assert [one.action for one in done] == ["post.featured", "post.unfeatured"]
    assert {one.detail for one in done} == {"/@ann/the-tide-tables"}


@pytest.mark.parametrize("reader", [None, "bob"])
def test_others_find_no_button(browser, essay, reader, request):
    if reader:
        browser.sign_in(request.getfixturevalue(reader))

    assert not browser.visit(essay.path).select(FORM)


def test_nor_a_way_past_it(browser, bob, dan, essay):
    token = browser.sign_in(bob).visit("/settings/profile/").value("csrf_token")

    with changes(Feature, by=0):
        page = browser.send(f"/posts/{essay.id}/feature", {"csrf_token": token})

    assert page.status == 404


@pytest.mark.parametrize("audience", ["unlisted", "followers", "private"])
def test_what_is_not_for_everybody_is_not_featured(browser, dan, essay, audience):
    fields = browser.sign_in(dan).visit(essay.path).fields(FORM)
    essay.show_to(audience)
    db.session.commit()

    with changes(Feature, by=0):
        page = browser.send(f"/posts/{essay.id}/feature", fields)

    assert page.status == 404


@pytest.mark.parametrize("audience", ["unlisted", "followers", "private"])
def test_what_is_not_for_everybody_any_more_is_taken_back(
    browser, dan, essay, audience
):
    page = browser.sign_in(dan).visit(essay.path).submit(FORM)
    essay.show_to(audience)
    db.session.commit()

    with changes(Feature, by=-1):
        page = page.submit(FORM)

    assert page.status == 200


def test_nor_is_there_a_way_to_others_that_never_were(browser, dan, essay, note):
    page = browser.sign_in(dan).visit(essay.path).submit(FORM)
    note.show_to("private")
    db.session.commit()

    fields = page.fields(FORM)

    assert browser.send(f"/posts/{note.id}/feature/delete", fields).status == 404


def test_it_goes_with_the_post(dan, essay):
    dan.feature(essay)
    db.session.commit()

    with changes(Feature, by=-1):
        db.session.delete(essay)
        db.session.commit()
