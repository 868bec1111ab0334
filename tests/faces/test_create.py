from io import BytesIO

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Face, Picture
from tests.fixtures.joining import change_site
from tests.support.browser import HEADERS
from tests.support.database import changes
from tests.support.pictures import (
    MULTIPART,
    moving,
    multipart,
    opened,
    photo,
    room_for_one,
)

PLACES = {"avatar": ".profile-head .avatar", "banner": ".profile-banner"}
SIZES = {
    "avatar": {"96.webp": (96, 96), "192.webp": (192, 192), "384.webp": (384, 384)},
    "banner": {"800.webp": (800, 200), "1600.webp": (1600, 400)},
}


@pytest.mark.parametrize("kind", PLACES)
def test_what_is_brought_is_shown_at_once(browser, show_face, ann, kind):
    page = show_face(ann, kind)

    shown = browser.visit("/@ann").select(PLACES[kind])[0]["src"]
    assert page.shows("It’s here, and others see it")
    assert shown.startswith(f"/media/{getattr(ann, f'{kind}_name')}/")


@pytest.mark.parametrize("kind", SIZES)
def test_it_comes_in_all_the_sizes_that_pages_ask_for(show_face, store, ann, kind):
    show_face(ann, kind)

    name = getattr(ann, f"{kind}_name")
    for file, size in SIZES[kind].items():
        assert opened(store.get(name, file)).size == size


def test_without_further_words_the_middle_is_taken(show_face, store, ann):
    show_face(ann)

    face = opened(store.get(ann.avatar_name, "384.webp")).convert("RGB")
    red, green, _ = face.getpixel((96, 96)), *face.getpixel((288, 96))[1:]
    assert (red[0] > 200, green > 100) == (True, True)


def test_lists_draw_it_too(browser, show_face, ann, essay):
    show_face(ann)

    avatars = browser.visit("/explore/").select(".entry .avatar")
    assert avatars[0]["src"] == f"/media/{ann.avatar_name}/96.webp"


def test_what_moves_stands_still(show_face, store, ann):
    show_face(ann, data=moving())

    face = opened(store.get(ann.avatar_name, "192.webp"))
    assert getattr(face, "n_frames", 1) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"<svg/>", "This is no picture"), (b"GIF89a", "This picture is damaged")],
)
def test_what_is_refused_says_why(show_face, ann, data, words):
    with changes(Face, by=0):
        page = show_face(ann, data=data)

    assert page.status == 422
    assert page.text(".field-error").startswith(words)


def test_too_much_is_said_on_the_page(browser, ann):
    path = "/settings/profile/banner/"
    token = browser.sign_in(ann).visit(path).value("csrf_token")
    body = multipart(csrf_token=token.encode(), picture=photo() + bytes(11 * 1024**2))

    answer = browser.client.post(path, data=body, headers={**HEADERS, **MULTIPART})

    assert (answer.status_code, "may weigh 10 MB" in answer.text) == (422, True)


def test_nothing_chosen_is_said_so(browser, ann):
    page = browser.sign_in(ann).visit("/settings/profile/avatar/")

    page = page.submit("form[enctype]")

    assert (page.status, page.text(".field-error")) == (422, "Choose a picture first.")


def test_what_has_no_room_leaves_what_was_there(app, show_face, ann, monkeypatch):
    show_face(ann)
    before = ann.avatar_name
    monkeypatch.setitem(app.config, "MEDIA_QUOTA", room_for_one())

    page = show_face(ann)

    assert page.shows("Your pictures may take")
    assert ann.avatar_name == before


def test_a_part_is_not_on_the_shelf(browser, show_face, ann):
    show_face(ann)

    page = browser.visit("/media/")

    assert len(page.select(".shelf li")) == 1
    assert not page.shows("In no post")


def test_a_text_that_shows_a_part_is_a_text_with_a_picture(show_face, ann):
    show_face(ann)
    part = db.session.scalar(select(Picture).where(Picture.is_part))

    assert part.info.src.endswith(".jpg")
    assert part.info.small.endswith("384.webp")


def test_whoever_may_not_write_brings_nothing(browser, store, bob):
    page = browser.sign_in(bob).visit("/settings/profile/avatar/")
    change_site(writing="authors")

    refused = page.submit("form[enctype]", picture=(BytesIO(photo()), "a.jpg"))

    assert refused.status == 403
    assert not browser.visit(page.path).select("form[enctype]")
