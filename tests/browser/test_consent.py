"""Letting an application in, in a browser that holds pages to their policy."""

from urllib.parse import urlencode

import pytest

from tests.support.oauth import challenge
from tests.support.web_page import pages as listening


@pytest.fixture
def quill(witness):
    """An application that listens on this machine."""
    with listening() as pages:
        witness.known.add(pages.address)
        # A browser asks for a picture, too.
        witness.forgive(f"404: {pages.address}/favicon.ico")
        yield pages


@pytest.fixture
def page(visit, quill):
    """A window in front of which it asks."""
    page = visit("/settings/applications/new", "ann")
    page.get_by_label("Name").fill("Quill")
    page.get_by_label("Where people are sent back to").fill("http://127.0.0.1/back")
    page.get_by_role("button", name="Register").click()
    asked = {
        "client_id": page.get_by_label("What it calls itself").input_value(),
        "redirect_uri": f"{quill.address}/back",
        "response_type": "code",
        "scope": "posts:read",
        "code_challenge": challenge(),
        "code_challenge_method": "S256",
    }
    page.goto(f"/oauth/authorize?{urlencode(asked)}")
    return page


@pytest.mark.parametrize(
    ("button", "told"), [("Allow", "code="), ("Cancel", "error=access_denied")]
)
def test_the_browser_goes_back_to_the_application(page, quill, button, told):
    page.get_by_role("button", name=button).click()
    page.wait_for_url(f"{quill.address}/back?**")

    assert told in page.url
