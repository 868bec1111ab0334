import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import Face, Picture
from tests.support.database import changes
from tests.support.pictures import drawn, opened, written

CROP = "form[action$=part]"


@pytest.fixture
def page(show_face, ann):
    """Where Ann moves her picture: red and green above, blue and green below."""
    return show_face(ann, data=written(drawn(), "png"))


def test_another_part_is_cut_out(page, ann, store):
    page = page.submit(CROP, zoom="200", across="0", down="100")
    db.session.expire_all()

    face = opened(store.get(ann.avatar_name, "384.webp")).convert("RGB")
    assert page.shows("Saved. Others see it already.")
    assert all(face.getpixel(place)[2] > 200 for place in ((9, 9), (374, 374)))


def test_it_has_an_address_of_its_own(page, ann):
    before = ann.avatar_name

    page.submit(CROP, zoom="150")
    db.session.expire_all()

    assert ann.avatar_name not in {before, ""}


def test_one_finds_it_again_where_one_put_it(page):
    page = page.submit(CROP, zoom="150.5", across="20.25", down="80")

    said = tuple(float(page.value(name)) for name in ("zoom", "across", "down"))
    assert said == (150.5, 20.25, 80)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("9999", 400), ("-5", 100), ("nan", 100), ("9" * 400, 100), ("near", 100)],
)
def test_what_no_slider_sends_is_brought_into_bounds(page, sent, kept):
    page.submit(CROP, zoom=sent)

    assert db.session.scalar(select(Face.zoom)) == kept


def test_a_picture_that_was_brought_before_can_be_taken_again(page, show_face, ann):
    first = db.session.scalar(select(Picture).where(~Picture.is_part))
    show_face(ann)

    page.submit(CROP)

    assert db.session.scalar(select(Face.original_id)) == first.id


def test_the_page_of_a_picture_puts_it_on_the_profile(browser, heron, ann):
    page = browser.visit(heron.path("edit"))

    page = page.submit('form[action$="/banner/part"]')
    db.session.expire_all()

    assert page.shows("Saved. Others see it already.")
    assert ann.banner_name


def test_nobody_cuts_what_is_somebody_elses(page, show_face, bob):
    theirs = page.value("name")
    mine = show_face(bob)

    with changes(Picture, by=0):
        assert mine.submit(CROP, name=theirs).status == 404


def test_a_file_that_is_missing_is_said(page, store, ann):
    before = ann.avatar_name
    store.delete(page.value("name"))

    page = page.submit(CROP, zoom="300")

    assert (page.status, page.value("zoom")) == (422, "300")
    assert page.text("[role=alert]").startswith("The file of this picture is missing")
    assert ann.avatar_name == before
