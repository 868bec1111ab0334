"""Tabs in which somebody changes one comment at the same moment."""

from functools import partial

from app.extensions import db
from tests.fixtures.cast import join
from tests.fixtures.writing import publish


def test_of_all_tabs_at_once_one_saves_and_the_others_are_asked(race):
    with race.app.app_context():
        bob = join("bob", "Bob")
        comment = bob.comment_on(publish(bob, "Tides"), "High.")
        db.session.commit()
        at = f"{comment.path_of_page}/edit"
    browser = race.browser(bob)
    tabs = [browser.visit(at) for _ in range(8)]

    saves = (
        partial(tab.submit, "form.say", body=f"{n}.") for n, tab in enumerate(tabs)
    )
    pages = race.run(*saves)

    assert sorted(page.status for page in pages) == [200] + [422] * 7
