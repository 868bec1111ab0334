import pytest

from app.lib.markdown import Heading, render


def test_the_headings_of_a_text_are_listed_as_they_read():
    source = "# The *tide*\n\n## At `low` [water](/w)\n\n#### Deep\n\n##### Deeper"

    assert render(source, "a-").headings == (
        Heading(2, "h-a-the-tide", "The tide"),
        Heading(2, "h-a-at-low-water", "At low water"),
        Heading(4, "h-a-deep", "Deep"),
    )


@pytest.mark.parametrize("source", ["> # Quoted", "- # Listed", "#", "## ![](/a.png)"])
def test_what_is_no_part_of_the_order_is_not_listed(source):
    assert not render(source).headings
