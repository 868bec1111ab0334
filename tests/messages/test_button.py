import pytest

from app.extensions import db

BUTTON = "a[href='/messages/new?to=bob']"


@pytest.mark.parametrize("choice", ["everyone", "followed", "nobody"])
@pytest.mark.parametrize("is_followed", [True, False])
def test_a_profile_invites_as_its_person_does(browser, ann, bob, choice, is_followed):
    bob.takes_messages_from = choice
    if is_followed:
        bob.follow(ann)
    db.session.commit()

    page = browser.sign_in(ann).visit("/@bob")

    invites = choice == "everyone" or (choice == "followed" and is_followed)
    assert bool(page.select(BUTTON)) == invites


def test_somebody_blocked_is_not_offered_to(browser, ann, bob):
    bob.takes_messages_from = "everyone"
    ann.block(bob)
    db.session.commit()

    assert not browser.sign_in(ann).visit("/@bob").select(BUTTON)


def test_a_visitor_and_oneself_find_no_button(browser, bob):
    bob.takes_messages_from = "everyone"
    db.session.commit()

    pages = [browser.visit("/@bob"), browser.sign_in(bob).visit("/@bob")]

    assert [page.select(BUTTON) for page in pages] == [[], []]
