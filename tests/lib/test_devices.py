import pytest

from app.lib.devices import browser_and_system, is_phone

FIREFOX = (
    "Mozilla/5.0 (X11; Fedora; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
)
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
)


@pytest.mark.parametrize(
    ("sent", "both"),
    [
        (FIREFOX, ("Firefox", "Fedora")),
        (IPHONE, ("Mobile Safari", "iOS")),
        ("curl/8.5.0", ("curl", "")),
        ("", ("", "")),
        ("<script>", ("", "")),
        ("\x00" * 200, ("", "")),
    ],
)
def test_a_browser_says_what_it_is_and_where_it_runs(sent, both):
    assert browser_and_system(sent) == both


def test_a_phone_is_one():
    assert is_phone(IPHONE)


def test_a_desk_is_none():
    assert not is_phone(FIREFOX)
