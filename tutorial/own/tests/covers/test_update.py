"""Putting a picture above a text."""

from io import BytesIO

import pytest

from app.extensions import db
from app.lib.stores import StoreFailed
from app.models import Picture
from app.web import pictures
from tests.support.pictures import MULTIPART, drawn, multipart, photo, written

SMALL = written(drawn(60, 40))


@pytest.fixture
def bring(browser, ann, essay):
    """Send a file as the picture above Ann's essay."""
    browser.sign_in(ann)

    def bring(data=SMALL, alt="The harbour at low water", name="a.jpg"):
        form = browser.visit(f"/posts/{essay.id}/cover")
        file = (BytesIO(data), name)
        return form.submit("form[enctype]", picture=file, alt=alt)

    return bring


def test_it_stands_above_the_text_and_on_lists(bring, browser, essay):
    bring()
    image = browser.visit(essay.path).select(".article-cover img")[0]

    assert image["alt"] == "The harbour at low water"
    assert (image["width"], image["height"]) == ("60", "40")
    assert browser.visit("/explore/").select(".entry-cover img")


def test_the_words_are_the_duty_of_who_brings_it(bring):
    page = bring(alt=" ")

    assert page.status == 422
    assert "for those who do not see it" in page.text(".field-error")


def test_a_picture_has_to_be_chosen_once(browser, bring, essay):
    form = browser.visit(f"/posts/{essay.id}/cover")
    page = form.submit("form[enctype]", alt="Nothing")

    assert page.text(".field-error") == "Choose a picture first."


def test_other_words_need_no_other_picture(browser, bring, essay):
    bring().submit("form[enctype]", alt="Mud, and two gulls")
    image = browser.visit(essay.path).select(".article-cover img")[0]

    assert image["alt"] == "Mud, and two gulls"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><script>alert(1)</script>",
        b"GIF89a" + b"<script>alert(1)</script>",
        SMALL[:200],
    ],
)
def test_what_is_no_picture_is_refused_whatever_its_name(bring, data):
    page = bring(data, name="holiday.jpg")

    assert page.status == 422
    assert page.text(".field-error")
    assert db.session.scalar(db.select(Picture)) is None


def test_a_bomb_is_refused_before_it_goes_off(bring):
    width_and_height = (50_000).to_bytes(4, "big") * 2
    small = written(drawn(60, 40), "png")
    bomb = small[:16] + width_and_height + small[24:]

    assert "No side may be longer" in bring(bomb).text(".field-error")


def test_where_it_was_taken_is_left_behind(bring, browser, essay):
    data = photo()
    bring(data)
    source = browser.visit(essay.path).select(".article-cover img")[0]["src"]

    assert b"Secret Camera" in data
    assert b"Secret Camera" not in browser.client.get(source).data


def test_a_name_that_climbs_is_never_asked_for(bring, app):
    bring(name="../../../wsgi.py")
    [folder] = pictures.store().names()

    assert folder == db.session.scalar(db.select(Picture.name))


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [("/cover", 9, 422), ("/cover", 11, 413), ("", 4, 413)],
)
def test_only_where_pictures_come_in_there_is_room(
    browser, bring, essay, path, size, status
):
    place = f"/posts/{essay.id}{path}"
    token = browser.visit(f"/posts/{essay.id}/cover").value("csrf_token")
    body = multipart(csrf_token=token.encode(), picture=bytes(size * 1024 * 1024))
    answer = browser.client.post(place, data=body, headers=MULTIPART)

    assert answer.status_code == status


def test_another_picture_takes_its_place_and_its_files(bring):
    bring()
    [first] = pictures.store().names()
    bring()
    [second] = pictures.store().names()

    assert first != second


def test_where_nothing_can_be_kept_nothing_is_left_behind(bring, monkeypatch):
    bring()
    kept = [*pictures.store().names()]

    def put(name, file, data):
        raise StoreFailed("no space left on device")

    monkeypatch.setattr(pictures.store(), "put", put)
    page = bring()

    assert page.text(".field-error").endswith("Try again in a few minutes.")
    assert db.session.scalars(db.select(Picture.name)).all() == kept


def test_it_can_be_taken_away(bring, browser, essay):
    page = bring().submit("form[action$=delete]")

    assert page.text(".notice") == "That picture is gone."
    assert list(pictures.store().names()) == []
    assert not browser.visit(essay.path).select(".article-cover")


def test_of_others_nothing_can_be_covered(browser, bob, essay):
    assert browser.sign_in(bob).visit(f"/posts/{essay.id}/cover").status == 404


def test_of_visitors_nothing_is_taken_in(browser, essay):
    file = (BytesIO(bytes(100)), "a.jpg")
    page = browser.send(f"/posts/{essay.id}/cover", {"picture": file})

    assert page.path == "/sign-in"
