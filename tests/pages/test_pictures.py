"""Pictures on pages: seen by whom the page is for, and kept as long as it is."""

from datetime import timedelta

import pytest

from app.extensions import db
from app.models import PagePicture, Picture
from app.models.columns import now
from app.web.pruning import prune
from tests.fixtures.cast import join
from tests.fixtures.pages import put_up
from tests.support.database import changes, fresh

READERS = ["visitor", "bob", "dan", "ada"]


@pytest.fixture
def ada(app):
    """Another admin."""
    return join("ada", "Ada", role="admin")


@pytest.fixture
def sees(browser, heron, request):
    """Whether somebody is shown the picture."""

    def sees(reader):
        browser.forget_cookies()
        if reader != "visitor":
            browser.sign_in(request.getfixturevalue(reader))
        return browser.client.get(heron.path("600.webp")).status_code == 200

    return sees


def show(ann, heron, **how):
    return put_up(ann, "Herons", f"![]({heron.path()})", **how)


@pytest.mark.parametrize("reader", READERS)
def test_everybody_sees_what_a_page_shows(ann, heron, sees, reader):
    show(ann, heron)

    assert sees(reader)


@pytest.mark.parametrize("reader", READERS)
def test_that_of_a_draft_is_for_those_who_run_the_site(ann, heron, sees, reader):
    show(ann, heron, out=False)

    assert sees(reader) == (reader == "ada")


@pytest.mark.parametrize("reader", READERS)
def test_that_of_a_page_in_the_bin_is_for_nobody_else(ann, heron, sees, reader):
    show(ann, heron).throw_away()
    db.session.commit()

    assert not sees(reader)


def test_caches_may_keep_what_everybody_sees(ann, heron, client):
    show(ann, heron)

    answer = client.get(heron.path("600.webp"))

    assert answer.headers["Cache-Control"].startswith("public")


def test_nobody_shows_what_others_have_brought(ada, ann, heron, sees):
    with changes(PagePicture, by=0):
        put_up(ada, "Herons", f"![]({heron.path()})")

    assert not sees("visitor")


def test_it_is_kept_as_long_as_the_page(ann, heron):
    page = show(ann, heron, out=False)
    page.revise(title="Herons", summary="", body="None.")
    heron.needed_at = now() - timedelta(days=2)
    db.session.commit()

    with changes(Picture, by=0):
        prune()


def test_it_is_not_dropped_by_hand(browser, ann, heron):
    show(ann, heron)
    page = browser.sign_in(ann).visit(f"{heron.path()}/edit")
    token = page.value("csrf_token")

    answer = browser.send(f"{heron.path()}/delete", {"csrf_token": token})

    assert answer.status == 409


def test_other_words_for_it_are_on_the_page_at_once(browser, ann, heron):
    show(ann, heron, slug="herons")
    page = browser.sign_in(ann).visit(f"{heron.path()}/edit")

    page.submit(f"form[action='{heron.path()}']", alt="Two herons")

    image = browser.visit("/pages/herons").select(".prose img")[0]
    assert image["alt"] == "Two herons"


def test_it_stays_when_who_brought_it_is_gone(ann, ada, heron, sees):
    page = show(ann, heron)
    ann.leave(for_good=True)
    fresh(ann).ends_at = now() - timedelta(seconds=1)
    db.session.commit()

    prune()
    db.session.commit()

    assert sees("visitor")
    assert fresh(page).author_id is None
