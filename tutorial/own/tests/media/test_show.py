"""Showing the files of pictures."""

import pytest

from app.extensions import db
from app.web import pictures
from tests.fixtures.writing import publish
from tests.support.browser import Browser
from tests.support.pictures import drawn, written

SMALL = written(drawn(60, 40))


def covered(post):
    """The address of a picture that stands above ``post`` now."""
    pictures.put_above(post, SMALL, "The harbour")
    return post.cover_src


def test_it_is_our_own_file_and_inert(browser, essay):
    answer = browser.client.get(covered(essay))

    assert answer.mimetype == "image/webp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_who_has_it_need_not_have_it_again(browser, essay):
    path = covered(essay)
    first = browser.client.get(path)
    again = browser.client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert "immutable" in first.headers["Cache-Control"]
    assert (again.status_code, again.data) == (304, b"")


def test_above_a_draft_only_its_author_sees_it(app, browser, draft, ann, bob):
    path = covered(draft)
    others = [browser.visit(path).status, browser.sign_in(bob).visit(path).status]
    answer = Browser(app.test_client()).sign_in(ann).client.get(path)

    assert others == [404, 404]
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    "path",
    [
        "/media/../../wsgi.py",
        "/media/..%2f..%2fwsgi.py/480.webp",
        f"/media/{'a' * 26}/480.webp",
        f"/media/{'a' * 26}/..%2f..%2fsecret_key",
    ],
)
def test_there_is_no_way_to_another_file(browser, essay, path):
    covered(essay)

    assert browser.client.get(path).status_code == 404


def test_a_width_that_we_never_made_is_not_found(browser, essay):
    folder = covered(essay).rpartition("/")[0]

    assert browser.client.get(f"{folder}/61.webp").status_code == 404


def test_with_the_text_goes_the_picture_and_in_the_night_its_files(browser, app, ann):
    post, kept = publish(ann, "Low"), publish(ann, "High")
    path, other = covered(post), covered(kept)
    db.session.delete(post)
    db.session.commit()
    gone = browser.client.get(path).status_code
    said = app.test_cli_runner().invoke(args=["media", "sweep"]).output

    assert (gone, said) == (404, "Gone: files of 1 pictures.\n")
    assert [f"/media/{name}" for name in pictures.store().names()] == [other[:33]]
