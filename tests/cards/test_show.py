import os
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image

from app.extensions import db
from app.lib.stores import LocalStore, StoreFull
from app.models import LoginSession
from app.models.columns import now
from app.web import card_files
from tests.fixtures.writing import publish


@pytest.fixture(autouse=True)
def folder(app, tmp_path, monkeypatch):
    """A folder for the cards of this test alone."""
    kept = LocalStore(tmp_path / "cards")
    monkeypatch.setitem(app.extensions, "cards", kept)
    return kept


@pytest.fixture
def drawn(monkeypatch):
    """Every sheet that is drawn; what is there already is not."""
    sheets, draw = [], card_files.card

    def watch(sheet, *others):
        sheets.append(sheet)
        return draw(sheet, *others)

    monkeypatch.setattr(card_files, "card", watch)
    return sheets


def card_at(browser, path):
    """Where the picture for links to this page is."""
    tag = browser.visit(path).select("meta[property='og:image']")[0]
    return tag["content"].removeprefix("http://localhost")


@pytest.mark.parametrize("path", ["/", "/explore/", "/@ann", "/@ann/the-tide-tables"])
def test_every_page_has_a_picture_of_the_size_it_says(browser, essay, path):
    answer = browser.client.get(card_at(browser, path))

    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert Image.open(BytesIO(answer.data)).size == (1200, 630)


def test_it_is_kept_by_everybody_for_a_day(browser, essay):
    answer = browser.client.get(card_at(browser, essay.path))

    assert answer.headers["Cache-Control"] == "public, max-age=86400, immutable"
    assert "Set-Cookie" not in answer.headers


def test_nobody_s_cookie_is_kept_with_it(browser, bob, essay):
    path = card_at(browser, essay.path)
    browser.sign_in(bob)
    db.session.query(LoginSession).update({"seen_at": now() - timedelta(hours=2)})
    db.session.commit()

    answer = browser.client.get(path)

    assert answer.headers["Cache-Control"].startswith("public")
    assert not {"Set-Cookie", "Vary"} & set(answer.headers.keys())


def test_it_is_drawn_once(browser, essay, drawn):
    path = card_at(browser, essay.path)

    first, second = (browser.client.get(path).data for _ in range(2))

    assert first == second
    assert [sheet.title for sheet in drawn] == ["The tide tables"]


def test_another_title_has_another_picture_and_the_old_one_leads_there(browser, essay):
    before = card_at(browser, essay.path)
    essay.revise(**essay.words | {"title": "The ebb tables"})
    db.session.commit()

    answer = browser.client.get(before)

    after = card_at(browser, essay.path)
    assert before != after
    assert (answer.status_code, answer.location) == (303, f"http://localhost{after}")


def test_a_note_shows_its_first_words(browser, note, drawn):
    browser.client.get(card_at(browser, note.path))

    assert [sheet.title for sheet in drawn] == ["A raisin in the bell."]


@pytest.mark.parametrize(
    ("audience", "status"),
    [("public", 303), ("unlisted", 303), ("followers", 404), ("private", 404)],
)
@pytest.mark.parametrize("reader", [None, "bob", "ann"])
def test_only_what_everybody_may_open_has_one(
    browser, ann, bob, reader, audience, status, request
):
    bob.follow(ann)
    post = publish(ann, "A title", to=audience)
    if reader:
        browser.sign_in(request.getfixturevalue(reader))

    assert browser.client.get(f"{post.path}/card/x.png").status_code == status


@pytest.mark.parametrize("end", ["throw_away", "unpublish", "hide"])
def test_what_is_gone_has_none(browser, ann, essay, end):
    path = card_at(browser, essay.path)
    browser.client.get(path)
    getattr(essay, end)()
    db.session.commit()

    assert browser.client.get(path).status_code == 404
    assert browser.sign_in(ann).client.get(path).status_code == 404


def test_a_cover_stands_for_its_post(browser, ann, essay, heron):
    browser.forget_cookies()
    essay.wear(heron, alt="A heron in the reeds")
    db.session.commit()

    path = card_at(browser, essay.path)

    answer = browser.client.get(path)
    shown = browser.visit(essay.path).select("meta[property='og:image:width']")
    assert Image.open(BytesIO(answer.data)).width == int(shown[0]["content"])
    assert answer.mimetype == "image/jpeg"


def test_a_picture_of_the_author_is_on_it(browser, ann, essay, show_face, drawn):
    show_face(ann)
    browser.forget_cookies()

    answer = browser.client.get(card_at(browser, "/@ann/the-tide-tables"))

    assert answer.status_code == 200
    assert drawn[0].avatar


def test_a_flood_draws_no_more(browser, essay, monkeypatch):
    path = card_at(browser, essay.path)
    monkeypatch.setattr(card_files, "is_few", lambda *_: False)

    assert browser.client.get(path).status_code == 429


def test_whoever_comes_while_many_are_drawn_comes_again(browser, essay, monkeypatch):
    def busy(*_):
        raise TimeoutError

    path = card_at(browser, essay.path)
    monkeypatch.setattr(card_files, "card", busy)

    assert browser.client.get(path).status_code == 503


def test_a_full_disk_keeps_none_and_shows_it(browser, essay, folder, monkeypatch):
    def full(*_):
        raise StoreFull

    monkeypatch.setattr(folder, "put", full)

    assert browser.client.get(card_at(browser, essay.path)).status_code == 200


def test_the_oldest_makes_room(browser, essay, folder):
    path = card_at(browser, essay.path)
    digest = path.rpartition("/")[2].removesuffix(".png")
    for number in range(card_files.MOST_IN_A_FOLDER):
        name = f"{digest[:2]}{number:014x}"
        folder.put(name, "card.png", b"")
        os.utime(folder.folder / name[:2] / name, (number, number))

    browser.client.get(path)

    kept = list(folder.names())
    assert len(kept) == card_files.MOST_IN_A_FOLDER
    assert digest in kept
    assert f"{digest[:2]}{0:014x}" not in kept


def test_after_a_week_it_is_forgotten(app, browser, essay, folder):
    browser.client.get(card_at(browser, essay.path))
    card_files.drop_old()
    fresh = list(folder.names())

    for name in fresh:
        os.utime(folder.folder / name[:2] / name, (0, 0))
    card_files.drop_old()

    assert len(fresh) == 1
    assert not list(folder.names())


@pytest.mark.parametrize("digest", ["..", "%00", "x" * 120, "<script>", "é"])
def test_a_made_up_address_leads_to_the_right_one(browser, essay, digest):
    answer = browser.client.get(f"{essay.path}/card/{digest}.png")

    assert answer.status_code in {303, 404}


def test_a_font_that_is_none_stops_nothing(app, caplog, monkeypatch, folder):
    monkeypatch.setitem(app.extensions, "card_fonts", [])
    monkeypatch.setitem(app.config, "CARD_FONT", "/no/such/font.ttf")

    card_files.init_app(app)

    assert app.extensions["card_fonts"] == []
    assert "CARD_FONT" in caplog.text
