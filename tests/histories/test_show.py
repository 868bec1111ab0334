from app.extensions import db


def test_readers_see_what_changed(browser, open_essay):
    page = browser.visit(f"{open_essay.path}/history/2")

    assert page.text(".difference del") == "removed: High (end of the removal)"
    assert not page.select("main form")


def test_they_see_what_it_said_at_first(browser, open_essay):
    page = browser.visit(f"{open_essay.path}/history/1")

    assert page.text(".prose") == "High water again."


def test_it_is_compared_with_what_they_saw(browser, open_essay):
    open_essay.published_at, seen_at = None, open_essay.published_at
    open_essay.revise(**open_essay.words | {"body": "For nobody."})
    open_essay.keep_text()
    open_essay.published_at = seen_at
    open_essay.revise(**open_essay.words | {"body": "Low water *now*."})
    db.session.commit()

    page = browser.visit(f"{open_essay.path}/history/4")

    assert "now" in page.text(".difference ins")
    assert "nobody" not in page.text()


def test_an_unopened_history_has_no_texts(browser, revised):
    assert browser.visit(f"{revised.path}/history/1").status == 404


def test_a_text_of_another_post_is_not_in_it(browser, open_essay, note):
    assert browser.visit(f"{note.path}/history/1").status == 404


def test_one_network_compares_no_more_than_120_a_minute(browser, open_essay):
    path = f"{open_essay.path}/history/1"

    statuses = [browser.visit(path).status for _ in range(121)]

    assert statuses == [200] * 120 + [429]
