"""Every way of losing words, and the words are there."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from app.models.columns import now
from tests.fixtures.cast import PASSWORD
from tests.support.chromium import is_bound, sign_in
from tests.support.editor import (
    LOST,
    begin,
    body_of,
    close_in_the_tunnel,
    is_in_state,
    offer_on,
    on_this_device,
    saved,
    title_of,
    type_in,
)

pytestmark = pytest.mark.browser


@pytest.fixture
def page(visit):
    page = visit("/", "greta")
    begin(page)
    return page


def fill_in_sign_in(page, who="greta"):
    page.get_by_label("Email or handle").fill(who)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()


def test_without_network_the_device_keeps_the_words(page, witness):
    witness.forgive(*LOST)
    saved(page, "On the train.")
    page.context.set_offline(True)

    type_in(page, " In the tunnel.")

    is_in_state(page, "offline")
    assert len(on_this_device(page)) == 1


def test_when_the_network_is_back_the_server_has_them(page, witness):
    witness.forgive(*LOST)
    saved(page, "On the train.")
    page.context.set_offline(True)
    type_in(page, " In the tunnel.")
    is_in_state(page, "offline")

    page.context.set_offline(False)

    is_in_state(page, "saved")
    page.reload()
    expect(body_of(page)).to_have_value("On the train. In the tunnel.")


def test_a_tab_that_was_closed_in_the_tunnel_offers_its_words(page, witness):
    witness.forgive(*LOST)
    saved(page, "On the train.")
    address = page.evaluate("location.href")
    page.context.set_offline(True)
    type_in(page, " In the tunnel.")
    is_in_state(page, "offline")
    again = close_in_the_tunnel(page)
    again.goto(address)
    expect(body_of(again)).to_have_value("On the train.")

    offer_on(again).get_by_role("button", name="Take them").click()

    expect(body_of(again)).to_have_value("On the train. In the tunnel.")
    is_in_state(again, "saved")
    assert on_this_device(again) == []


def test_a_new_text_that_was_closed_in_the_tunnel_is_offered_too(page, witness):
    witness.forgive(*LOST)
    page.context.set_offline(True)
    type_in(page, "Nobody has this.")
    is_in_state(page, "offline")
    again = close_in_the_tunnel(page)
    begin(again)

    offer_on(again).get_by_role("button", name="Take them").click()

    is_in_state(again, "saved")
    again.reload()
    expect(body_of(again)).to_have_value("Nobody has this.")


def test_what_is_offered_can_be_looked_at_and_thrown_away(page, witness):
    witness.forgive(*LOST)
    page.context.set_offline(True)
    type_in(page, "Nobody has this.")
    is_in_state(page, "offline")
    again = close_in_the_tunnel(page)
    begin(again)
    again.get_by_text("Look at them").click()
    expect(again.locator("#local-words")).to_have_value("Nobody has this.")

    offer_on(again).get_by_role("button", name="Throw them away").click()

    expect(offer_on(again)).to_be_hidden()
    assert on_this_device(again) == []


def test_what_was_scheduled_is_not_offered_again(page):
    saved(page, "For the winter.")
    page.locator("summary", has_text="Schedule").click()
    day = f"{now() + timedelta(days=30):%Y-%m-%dT%H:%M}"
    page.get_by_label("Publish on").fill(day)
    page.get_by_role("button", name="Schedule", exact=True).click()

    page.get_by_role("link", name="A note").first.click()
    is_bound(page)

    expect(page.get_by_label("Publish on")).to_have_value(day)
    expect(offer_on(page)).to_be_hidden()


def test_nobody_else_is_offered_them(page, witness):
    witness.forgive(*LOST)
    page.context.set_offline(True)
    type_in(page, "A secret of Greta's.")
    is_in_state(page, "offline")
    again = close_in_the_tunnel(page)
    page.context.clear_cookies()
    sign_in(again, "sam")
    again.wait_for_url("**/")

    begin(again)

    expect(offer_on(again)).to_be_hidden()
    expect(body_of(again)).to_have_value("")
    assert len(on_this_device(again)) == 1


@pytest.mark.parametrize("begun", ["", "Begun. "])
def test_signing_in_again_goes_on_exactly_there(page, begun):
    if begun:
        saved(page, begun)
    page.context.clear_cookies(name="login")
    type_in(page, "And on it goes.")
    is_in_state(page, "signed-out")

    page.get_by_role("link", name="Sign in and go on").click()
    fill_in_sign_in(page)

    expect(body_of(page)).to_have_value(f"{begun}And on it goes.")
    is_in_state(page, "saved")
    assert on_this_device(page) == []


def test_signing_in_in_another_tab_is_enough(page, witness):
    # The token of the old session is refused once, and a fresh one asked for.
    witness.forgive("400")
    saved(page, "Begun.")
    page.context.clear_cookies()
    type_in(page, " And on it goes.")
    is_in_state(page, "signed-out")
    other = page.context.new_page()
    sign_in(other, "greta")
    other.wait_for_url("**/")

    page.bring_to_front()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    is_in_state(page, "saved")
    page.reload()
    expect(body_of(page)).to_have_value("Begun. And on it goes.")


def test_publishing_after_the_session_ended(page):
    saved(page, "Begun.")
    title_of(page).fill("After the session")
    page.context.clear_cookies(name="login")

    page.get_by_role("button", name="Publish").click()
    fill_in_sign_in(page)
    page.get_by_role("button", name="Go on").click()

    expect(page.get_by_role("heading", name="After the session")).to_be_visible()
    expect(page.locator(".prose").first).to_have_text("Begun.")
    expect(page).to_have_url(re.compile("/@greta/"))


def test_a_text_in_the_bin_stays_on_this_device(page, witness):
    witness.forgive("404")
    saved(page, "Begun.")
    other = page.context.new_page()
    other.goto(page.evaluate("location.href"))
    other.get_by_role("button", name="Delete…").click()
    other.get_by_role("button", name="Put it into the bin").click()
    other.wait_for_url("**/@greta")

    type_in(page, " And on.")

    is_in_state(page, "gone")
    assert len(on_this_device(page)) == 1


def test_two_hundred_thousand_letters(page):
    words = "word " * 39_999 + "done"
    body_of(page).fill(words)
    is_in_state(page, "saving")

    expect(page.locator("#status")).to_have_attribute(
        "data-state", "saved", timeout=30_000
    )

    page.reload()
    expect(body_of(page)).to_have_value(words)
