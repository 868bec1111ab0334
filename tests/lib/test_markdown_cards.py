import pytest

from app.lib.markdown import Known, LinkCard, render
from tests.support.prose import prose

ADDRESS = "https://example.org/tide"
CARD = LinkCard(ADDRESS, "Tide <tables>", "When the water comes.", "Example")
KNOWN = Known(links={ADDRESS: CARD})


@pytest.mark.parametrize("source", [ADDRESS, f"<{ADDRESS}>", f"One.\n\n{ADDRESS}\n"])
def test_an_address_alone_on_its_line_is_shown_as_a_card(source):
    card = prose(source, known=KNOWN).select_one(f"p > a.link-card[href='{ADDRESS}']")

    assert card.strong.text == "Tide <tables>"
    assert card.span.text == "When the water comes."


@pytest.mark.parametrize(
    "source",
    [f"See {ADDRESS}", f"[words]({ADDRESS})", f"- {ADDRESS}", f"> {ADDRESS}"],
)
def test_elsewhere_it_is_a_link_like_others(source):
    page = prose(source, known=KNOWN)

    assert page.select(f"a[href='{ADDRESS}']")
    assert not page.select(".link-card")


def test_an_address_of_which_nothing_is_known_is_a_paragraph():
    page = prose(f"One.\n\n{ADDRESS}\n\nTwo.")

    assert [p.text for p in page.select("p")] == ["One.", ADDRESS, "Two."]


def test_a_mail_address_is_no_page():
    assert not render("ann@example.org").named.links
