import pytest

from app.lib.devices import device_name, is_phone

FIREFOX = (
    "Mozilla/5.0 (X11; Fedora; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
)
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15"
    " (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
)


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        (FIREFOX, "Firefox on Fedora"),
        (IPHONE, "Mobile Safari on iOS"),
        ("curl/8.5.0", "curl"),
        ("", ""),
        ("<script>", ""),
        ("\x00" * 200, ""),
    ],
)
def test_a_browser_is_called_by_name(sent, name):
    assert device_name(sent) == name


def test_a_phone_is_one():
    assert is_phone(IPHONE)


def test_a_desk_is_none():
    assert not is_phone(FIREFOX)
