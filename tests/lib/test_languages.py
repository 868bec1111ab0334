"""Languages by the names that they give themselves."""

import pytest
from babel import Locale

from app.lib.languages import LANGUAGES, direction_of
from app.web.locale import LANGUAGES as SPOKEN


@pytest.mark.parametrize(("code", "name"), LANGUAGES.items())
def test_each_is_called_and_written_as_the_standard_has_it(code, name):
    standard = Locale.parse(code, sep="-")

    assert name == standard.get_display_name()
    assert direction_of(code) == standard.text_direction


def test_a_language_that_is_not_said_is_guessed():
    assert direction_of("") == "auto"


def test_whatever_the_site_speaks_can_be_written():
    assert set(SPOKEN) <= set(LANGUAGES)
