from io import BytesIO

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Picture
from tests.support.browser import HEADERS
from tests.support.database import changes
from tests.support.pictures import MULTIPART, moving, multipart, photo

JSON = {**HEADERS, "Accept": "application/json"}


def test_a_picture_is_kept_and_asks_for_words(bring, ann):
    with changes(Picture, by=1):
        page = bring(ann)

    assert page.text("h1") == "A picture of yours"
    assert page.shows("Say in a few words")


def test_the_page_says_what_to_paste(bring, ann):
    page = bring(ann, alt="A [grey] heron")

    pasted = page.select("input[readonly]")[0]["value"]
    assert pasted.startswith("![A \\[grey\\] heron](/media/")


def test_several_come_at_once(browser, ann):
    page = browser.sign_in(ann).visit("/media/")
    files = [(BytesIO(photo()), f"{n}.jpg") for n in range(3)]

    with changes(Picture, by=3):
        page = page.submit("form[enctype]", picture=files)

    assert len(page.select(".shelf li")) == 3


def test_what_is_refused_is_named_and_the_others_are_kept(browser, ann):
    page = browser.sign_in(ann).visit("/media/")
    files = [(BytesIO(photo()), "a.jpg"), (BytesIO(b"<svg/>"), "b.svg")]

    with changes(Picture, by=1):
        page = page.submit("form[enctype]", picture=files)

    assert page.status == 422
    assert page.text("[role=alert] li").startswith("b.svg: This is no picture")


def test_a_script_gets_what_it_shows(browser, ann):
    page = browser.sign_in(ann).visit("/media/")
    fields = {
        "csrf_token": page.value("csrf_token"),
        "picture": (BytesIO(photo()), "a.jpg"),
    }

    answer = browser.client.post("/media/", data=fields, headers=JSON)

    assert answer.status_code == 201
    assert answer.json.keys() == set("name markdown src width height alt tone".split())
    assert answer.json["markdown"] == f"![](/media/{answer.json['name']})"


def test_a_script_is_told_why_not(browser, ann):
    page = browser.sign_in(ann).visit("/media/")
    fields = {
        "csrf_token": page.value("csrf_token"),
        "picture": (BytesIO(b"GIF89a"), "a.gif"),
    }

    answer = browser.client.post("/media/", data=fields, headers=JSON)

    assert (answer.status_code, "damaged" in answer.json["error"]) == (422, True)


def test_a_visitor_with_a_script_is_told_to_sign_in(client):
    answer = client.post("/media/", data={"alt": ""}, headers=JSON)

    assert (answer.status_code, answer.json["state"]) == (401, "signed-out")


def test_nothing_chosen_is_said_so(browser, ann):
    page = browser.sign_in(ann).visit("/media/").submit("form[enctype]")

    assert (page.status, page.text(".field-error")) == (422, "Choose a picture first.")


@pytest.mark.parametrize(("more", "status"), [(9_000_000, 201), (34_000_000, 413)])
def test_more_than_words_fit_into_the_form(browser, ann, more, status):
    token = browser.sign_in(ann).visit("/media/").value("csrf_token")
    body = multipart(csrf_token=token.encode(), picture=photo() + bytes(more))

    answer = browser.client.post("/media/", data=body, headers={**JSON, **MULTIPART})

    assert answer.status_code == status


def test_words_that_are_too_long_stay_in_the_field(bring, ann):
    page = bring(ann, alt="a" * 1001)

    assert (page.status, page.value("alt")) == (422, "a" * 1001)


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "avif"])
def test_every_kind_is_taken_whatever_it_is_called(bring, ann, kind):
    with changes(Picture, by=1):
        bring(ann, photo(kind), "notes.txt")


@pytest.mark.parametrize("kind", ["gif", "webp", "avif", "png"])
def test_what_moves_goes_on_moving(bring, ann, kind):
    bring(ann, moving(kind))

    assert db.session.scalars(select(Picture)).one().is_animated


def test_sixty_in_half_an_hour_are_enough(bring, browser, ann):
    files = [[(BytesIO(b"x"), "x") for _ in range(10)] for _ in range(7)]
    page = browser.sign_in(ann).visit("/media/")

    statuses = [page.submit("form[enctype]", picture=each).status for each in files]

    assert statuses == [422] * 6 + [429]
