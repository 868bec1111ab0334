"""A note that got longer: the whole sheet, with the words that were typed."""

from app.models import Post
from tests.support.database import changes


def test_a_note_can_be_written_on_in_the_editor(browser, ann):
    home = browser.sign_in(ann).visit("/")

    with changes(Post, by=0):
        sheet = home.submit("form.composer", "open", body="It began as a *note*.")

    assert (sheet.status, sheet.value("body")) == (200, "It began as a *note*.")
    assert sheet.value("form_key") == home.value("form_key")


def test_from_there_it_is_published(browser, ann):
    home = browser.sign_in(ann).visit("/")
    sheet = home.submit("form.composer", "open", body="It began as a note.")

    with changes(Post, by=1):
        page = sheet.submit("#editor", "publish", title="It grew")

    assert page.path == "/@ann/it-grew"


def test_an_empty_note_opens_an_empty_sheet(browser, ann):
    sheet = browser.sign_in(ann).visit("/").submit("form.composer", "open")

    assert (sheet.status, sheet.text("#body-error")) == (200, "")


def test_its_words_are_in_no_address(browser, ann):
    home = browser.sign_in(ann).visit("/")

    assert home.submit("form.composer", "open", body="Secret").path == "/posts"


def test_the_composer_is_what_enter_sends(browser, ann):
    home = browser.sign_in(ann).visit("/")

    assert home.submit("form.composer", body="A note.").path.startswith("/@ann/")
