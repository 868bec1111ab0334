"""Links to somebody's old handle."""

import pytest

from app.extensions import db
from app.models import Follow
from tests.fixtures.writing import publish
from tests.support.database import changes

PATHS = ["", "/a-wheel", "/followers", "/following"]


@pytest.fixture
def wheels(bob):
    """Bob, who went by @bob and goes by @wheels."""
    publish(bob, "A wheel")
    bob.rename("wheels")
    db.session.commit()
    return bob


@pytest.mark.parametrize("path", PATHS)
def test_every_old_link_leads_to_the_new_one_for_ever(client, wheels, path):
    answer = client.get(f"/@bob{path}")

    assert (answer.status_code, answer.location) == (301, f"/@wheels{path}")


def test_the_page_of_a_list_is_kept(client, wheels):
    answer = client.get("/@bob/followers?after=x&_external=1&_scheme=javascript")

    assert (
        answer.location == "/@wheels/followers?after=x&_external=1&_scheme=javascript"
    )


def test_capitals_lead_there_too(client, wheels):
    assert client.get("/@BOB").location == "/@wheels"


def test_two_names_later_it_still_leads_straight_there(client, wheels):
    wheels.rename("spokes")
    db.session.commit()

    assert client.get("/@bob").location == "/@spokes"
    assert client.get("/@wheels").location == "/@spokes"


def test_taken_back_it_leads_nowhere_else(client, wheels):
    wheels.rename("bob")
    db.session.commit()

    assert client.get("/@bob").status_code == 200
    assert client.get("/@wheels").location == "/@bob"


def test_a_browser_asks_again_each_time(client, wheels):
    assert "no-cache" in client.get("/@bob").headers["Cache-Control"]


def test_what_was_not_there_is_not_there(browser, wheels):
    assert browser.visit("/@bob/never-written").status == 404


def test_a_form_on_an_old_page_goes_through(browser, ann, bob):
    page = browser.sign_in(ann).visit("/@bob")
    bob.rename("wheels")
    db.session.commit()
    form = page.select("form.follow")[0]
    fields = {field["name"]: field["value"] for field in form.select("input")}

    answer = browser.client.post(form["action"], data=fields)

    assert (answer.status_code, answer.location) == (308, "/@wheels/follow")
    with changes(Follow, by=1):
        browser.send(answer.location, fields)


@pytest.mark.parametrize("picture", ["avatars", "banners"])
def test_old_pictures_are_still_drawn(client, wheels, picture):
    assert client.get(f"/{picture}/bob.svg").status_code == 200


def test_followers_stay(wheels, ann, browser):
    ann.follow(wheels)
    db.session.commit()

    assert browser.visit("/@bob/followers").texts(".people .name") == ["Ann Okafor"]
