"""Who somebody is."""

import pytest

from tests.fixtures.writing import publish


def test_a_page_shows_who_it_is_and_what_they_wrote(browser, essay, bob):
    publish(bob, title="Bells")
    page = browser.visit("/@ANN")

    assert page.text("h1") == "Ann Okafor"
    assert page.texts(".entry-title") == ["The tide tables"]


def test_nobody_has_no_page(browser):
    assert browser.visit("/@nobody").status == 404


def test_everybody_is_listed(browser, ann, bob):
    page = browser.visit("/people")

    assert page.texts("main .name") == ["Bob Lindqvist", "Ann Okafor"]


def test_a_member_is_on_the_list_they_look_at(browser, ann, bob):
    page = browser.sign_in(bob).visit("/people")

    assert page.texts("main .name") == ["Bob Lindqvist", "Ann Okafor"]


def test_one_changes_what_one_says(browser, bob):
    page = browser.sign_in(bob).visit("/settings/profile/").submit(bio="Bells.")

    assert page.path == "/@bob"
    assert page.text(".bio") == "Bells."


def test_who_gives_roles_is_shown_where(browser, ann):
    assert browser.sign_in(ann).visit("/people").texts("main .button") == ["Roles"]


def test_others_are_not(browser, bob):
    assert browser.sign_in(bob).visit("/people").texts("main .button") == []


@pytest.mark.parametrize("path", ["/avatars/ann.svg", "/banners/ann.svg"])
def test_faces_are_drawn(browser, path):
    assert browser.visit(path).answer.mimetype == "image/svg+xml"
