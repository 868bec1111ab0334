"""For whom it is not, the desk of the site does not exist."""

import pytest

from app.extensions import db
from app.models import Page, PageText

SHOWN = ["/pages/", "/pages/new", "/pages/{}/edit", "/pages/{}/revisions/"]
SHOWN += ["/pages/{}/revisions/1"]
SENT = [
    "/pages/new",
    "/pages/new/autosave",
    "/pages/{}/edit",
    "/pages/{}/edit/autosave",
    "/pages/{}/edit/autosave/delete",
    "/pages/{}/delete",
    "/pages/{}/publication/delete",
    "/pages/{}/revisions/1/restore",
    "/pages/bin/{}/delete",
]


def texts():
    return db.session.execute(db.select(Page.body, Page.deleted_at)).all()


@pytest.mark.parametrize("path", SHOWN)
@pytest.mark.parametrize("who", ["bob", "dan"])
def test_neither_members_nor_moderators_find_it(browser, request, about, path, who):
    browser.sign_in(request.getfixturevalue(who))

    assert browser.visit(path.format(about.id)).status == 404


@pytest.mark.parametrize("path", SHOWN)
def test_a_visitor_is_asked_to_sign_in(client, about, path):
    assert client.get(path.format(about.id)).location.startswith("/sign-in?next=")


@pytest.mark.parametrize("path", SENT)
def test_a_member_changes_nothing(browser, dan, about, path):
    token = browser.sign_in(dan).visit("/posts/new").value("csrf_token")
    before = texts()
    form = {"csrf_token": token, "title": "x", "body": "x", "do": "publish"}

    page = browser.send(path.format(about.id), form)

    assert (page.status, texts()) == (404, before)


@pytest.mark.parametrize("path", ["/pages/9999/edit", "/pages/9999/revisions/"])
def test_what_is_not_there_is_not_found(browser, ann, path):
    assert browser.sign_in(ann).visit(path).status == 404


def test_the_bin_gives_back_what_is_in_it_only(browser, ann, about):
    token = browser.sign_in(ann).visit("/pages/").value("csrf_token")

    page = browser.send(f"/pages/bin/{about.id}/delete", {"csrf_token": token})

    assert page.status == 404
    assert db.session.query(PageText).count() == 1
