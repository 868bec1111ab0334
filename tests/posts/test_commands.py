import pytest

from app.extensions import db
from app.lib import markdown
from app.web import rerendering
from tests.fixtures.writing import publish


@pytest.fixture
def outdated(essay):
    """A post that an older renderer drew."""
    essay.renderer, essay.body_html = markdown.VERSION - 1, "<p>Old.</p>"
    db.session.commit()
    return essay


def test_an_older_rendering_is_made_again(app, browser, outdated):
    answer = app.test_cli_runner().invoke(args=["posts", "rerender"])

    assert answer.output == "1 posts and pages were rendered again.\n"
    assert browser.visit(outdated.path).text(".prose") == "High water again."


def test_every_start_and_every_night_do_it_too(app, browser, outdated):
    app.test_cli_runner().invoke(args=["prune"])

    assert browser.visit("/@ann/the-tide-tables").text(".prose") == "High water again."


def test_a_dry_run_leaves_it_alone(app, browser, outdated):
    app.test_cli_runner().invoke(args=["prune", "--dry-run"])

    assert browser.visit("/@ann/the-tide-tables").text(".prose") == "Old."


def test_a_start_waits_for_some_alone(ann, outdated, monkeypatch):
    other = publish(ann, "Another")
    other.renderer = markdown.VERSION - 1
    db.session.commit()
    monkeypatch.setattr(rerendering, "BATCH", 1)

    assert rerendering.rerender_older(at_most=1) == 1


def test_a_present_rendering_is_left_alone(app, essay):
    answer = app.test_cli_runner().invoke(args=["posts", "rerender"])

    assert answer.output == "0 posts and pages were rendered again.\n"


def test_all_means_what_is_up_to_date_too(app, browser, essay):
    essay.body_html = "<p>Old.</p>"
    db.session.commit()

    app.test_cli_runner().invoke(args=["posts", "rerender", "--all"])

    assert browser.visit("/@ann/the-tide-tables").text(".prose") == "High water again."


def test_a_rehearsal_only_counts(app, browser, outdated):
    answer = app.test_cli_runner().invoke(args=["posts", "rerender", "--dry-run"])

    assert answer.output == "1 posts and pages would be rendered again.\n"
    assert browser.visit(outdated.path).text(".prose") == "Old."


def test_rendering_again_is_no_edit(app, browser, outdated):
    app.test_cli_runner().invoke(args=["posts", "rerender"])

    assert "edited" not in browser.visit(outdated.path).text(".byline")


def test_rendering_again_is_no_newer_text_to_an_open_editor(
    app, browser, ann, outdated
):
    sheet = browser.sign_in(ann).visit(f"/posts/{outdated.id}/edit")
    app.test_cli_runner().invoke(args=["posts", "rerender"])

    page = sheet.submit("#editor", "save", body="Low water.")

    assert page.text(".prose") == "Low water."


def test_a_wrong_count_of_posts_is_set_right(app, browser, ann, bob, essay, draft):
    ann.post_count, bob.post_count = 7, 7
    db.session.commit()

    app.test_cli_runner().invoke(args=["recount", "posts"])

    assert browser.visit("/@ann").texts(".stats a")[0] == "1 post"
    assert browser.visit("/@bob").texts(".stats a")[0] == "0 posts"


def test_what_is_in_the_bin_is_not_counted(app, browser, ann, binned):
    ann.post_count = 7
    db.session.commit()

    app.test_cli_runner().invoke(args=["recount", "posts"])

    assert browser.visit("/@ann").texts(".stats a")[0] == "0 posts"
