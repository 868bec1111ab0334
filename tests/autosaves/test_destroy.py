from app.models import WorkingCopy
from tests.support.database import changes
from tests.support.sheets import autosave


def test_discarding_leaves_what_others_have(browser, ann, essay):
    sheet = browser.sign_in(ann).visit(f"/posts/{essay.id}/edit")
    autosave(sheet, body="Not yet.")

    with changes(WorkingCopy, by=-1):
        page = browser.visit(sheet.path).submit("#discard form")

    assert page.value("body") == "High water *again*."
    assert not page.select("#discard")


def test_nobody_discards_for_others(app, browser, ann, bob, essay):
    autosave(browser.sign_in(ann).visit(f"/posts/{essay.id}/edit"), body="Not yet.")
    browser.forget_cookies()
    token = browser.sign_in(bob).visit("/").value("csrf_token")

    with changes(WorkingCopy, by=0):
        path = f"/posts/{essay.id}/autosave/delete"
        page = browser.send(path, {"csrf_token": token})

    assert page.status == 404
