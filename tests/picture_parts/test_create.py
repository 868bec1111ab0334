import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Picture
from tests.fixtures.joining import change_site
from tests.support.browser import HEADERS
from tests.support.database import changes
from tests.support.pictures import drawn, moving, opened, room_for_one, written

CUT = "#part"


@pytest.fixture
def heron(bring, ann):
    """Red and green above, blue and green below."""
    bring(ann, data=written(drawn(), "png"), alt="A heron")
    return db.session.scalars(select(Picture)).one()


@pytest.fixture
def page(browser, heron):
    return browser.visit(heron.path("part/"))


def newest():
    return db.session.scalars(select(Picture).order_by(Picture.id.desc())).first()


def test_what_lies_in_the_frame_is_a_picture_of_its_own(page, store):
    page = page.submit(CUT, zoom="200", across="0", down="100")

    part = newest()
    colours = opened(store.get(part.name, part.largest)).convert("RGB").getcolors()
    assert page.shows("It’s a picture of its own now.")
    assert (part.width, part.height, part.alt) == (300, 150, "A heron")
    assert [blue > 200 for _, (_, _, blue) in colours] == [True]


def test_the_other_one_stays_as_it_is(page, heron, store):
    before = store.get(heron.name, heron.largest)

    with changes(Picture, by=1):
        page.submit(CUT, zoom="300")

    assert store.get(heron.name, heron.largest) == before


def test_it_stands_among_the_covers_to_choose_from(browser, page):
    page.submit(CUT)

    sheet = browser.visit("/posts/new")

    names = [radio["value"] for radio in sheet.select("input[name=cover_name]")]
    assert newest().name in names


def test_a_script_is_told_what_it_shows(browser, page, heron):
    form = {"csrf_token": page.value("csrf_token"), "zoom": "200"}
    headers = {**HEADERS, "Accept": "application/json"}

    answer = browser.client.post(heron.path("part/"), data=form, headers=headers)

    assert answer.status_code == 201
    assert answer.json["name"] == newest().name


def test_a_file_that_is_missing_is_said_and_the_frame_stays(page, heron, store):
    store.delete(heron.name)

    page = page.submit(CUT, zoom="300")

    assert (page.status, page.value("zoom")) == (422, "300")
    assert page.text("[role=alert]").startswith("The file of this picture is missing")


def test_a_script_is_told_what_went_wrong(browser, page, heron, store):
    store.delete(heron.name)
    form = {"csrf_token": page.value("csrf_token")}
    headers = {**HEADERS, "Accept": "application/json"}

    answer = browser.client.post(heron.path("part/"), data=form, headers=headers)

    assert answer.status_code == 422
    assert answer.json["error"].startswith("The file of this picture is missing")


def test_what_has_no_room_is_refused(app, page, monkeypatch):
    monkeypatch.setitem(app.config, "MEDIA_QUOTA", room_for_one() // 10)

    with changes(Picture, by=0):
        page = page.submit(CUT)

    assert page.shows("Your pictures may take")


def test_what_moves_stands_still(browser, bring, bob, store):
    bring(bob, data=moving())

    browser.visit(newest().path("part/")).submit(CUT)

    part = newest()
    assert not part.is_animated
    assert getattr(opened(store.get(part.name, part.largest)), "n_frames", 1) == 1


def test_a_line_of_pixels_has_a_part_too(browser, bring, bob):
    bring(bob, data=written(drawn(600, 2), "png"))

    browser.visit(newest().path("part/")).submit(CUT, zoom="400", across="100")

    assert (newest().width, newest().height) == (1, 1)


def test_nobody_cuts_the_picture_of_somebody_else(page, browser, bob):
    browser.sign_in(bob)

    with changes(Picture, by=0):
        assert page.submit(CUT).status in {400, 404}


def test_whoever_may_not_write_cuts_nothing(page, browser, bring, bob):
    bring(bob)
    theirs = browser.visit(newest().path("part/"))
    change_site(writing="authors")

    with changes(Picture, by=0):
        assert theirs.submit(CUT).status == 403
