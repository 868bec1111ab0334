import pytest

from app.lib.sealing import seal, unseal

OLD, NEW = "an old key of the site" * 2, "a new key of the site" * 2


@pytest.mark.parametrize("text", ["", "Dear Ann", "عزيزتي آن 🕯", "x" * 100_000])
def test_what_is_sealed_comes_back(text):
    assert unseal(seal(text, [NEW]), [NEW]) == text


def test_nothing_of_the_words_shows():
    assert "Ann" not in seal("Ann Ann Ann", [NEW])


def test_the_same_words_look_different_every_time():
    assert seal("Dear Ann", [NEW]) != seal("Dear Ann", [NEW])


def test_an_older_key_still_opens():
    assert unseal(seal("Dear Ann", [OLD]), [NEW, OLD]) == "Dear Ann"


def test_what_is_sealed_now_is_sealed_with_the_newest_key():
    assert unseal(seal("Dear Ann", [NEW, OLD]), [NEW]) == "Dear Ann"


def test_another_key_does_not_open():
    with pytest.raises(ValueError, match="No key opens"):
        unseal(seal("Dear Ann", [OLD]), [NEW])


@pytest.mark.parametrize("sealed", ["", "nonsense", "ä", "gAAAAA=="])
def test_what_is_no_seal_is_refused(sealed):
    with pytest.raises(ValueError, match="No key opens"):
        unseal(sealed, [NEW])


def test_a_changed_seal_is_refused():
    sealed = seal("Dear Ann", [NEW])
    changed = sealed[:30] + ("A" if sealed[30] != "A" else "B") + sealed[31:]

    with pytest.raises(ValueError, match="No key opens"):
        unseal(changed, [NEW])
