"""Another secret, and the one before beside it for a day."""

from tests.support.database import fresh


def test_it_is_shown_once_and_is_another(browser, ann, made):
    hook, former = made
    page = browser.sign_in(ann).visit(f"/settings/webhooks/{hook.id}/edit")

    page = page.submit("form[action$='/secret/']")

    [field] = page.select("#secret")
    assert field["value"] != former
    assert len(fresh(hook).secrets_at(hook.renewed_at)) == 2
    assert not browser.visit(page.path).select("#secret")


def test_the_page_that_shows_it_is_kept_nowhere(browser, ann, hook):
    page = browser.sign_in(ann).visit(f"/settings/webhooks/{hook.id}/edit")

    page = page.submit("form[action$='/secret/']")

    assert "no-store" in page.answer.headers["Cache-Control"]
