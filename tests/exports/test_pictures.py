from io import BytesIO
from zipfile import ZipFile

from tests.support.pictures import opened


def bundle(browser, person):
    page = browser.sign_in(person).visit("/settings/data/").submit("main form")
    return ZipFile(BytesIO(page.answer.data))


def test_pictures_come_along_under_the_names_that_posts_call_them_by(
    browser, ann, heron
):
    data = bundle(browser, ann).read(f"pictures/{heron.name}.webp")

    assert opened(data).size == (600, 400)


def test_what_is_known_of_them_comes_along(browser, ann, heron):
    assert b'"alt": "A heron"' in bundle(browser, ann).read("account.json")


def test_a_file_that_is_missing_stops_nothing(browser, ann, heron, store):
    store.delete(heron.name)

    assert "README.txt" in bundle(browser, ann).namelist()


def test_nobody_elses_come_along(browser, bob, heron):
    names = bundle(browser, bob).namelist()

    assert not [name for name in names if name.startswith("pictures/")]
