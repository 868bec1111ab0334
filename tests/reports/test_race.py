"""Reports that meet, in requests of their own."""

from functools import partial

from app.extensions import db
from app.models import Matter, Report
from tests.fixtures.cast import join
from tests.fixtures.writing import publish

FORM = "form[action^='/reports/']"


def count(table):
    return db.session.scalar(db.select(db.func.count()).select_from(table))


def test_what_many_report_at_once_is_one_matter(race):
    with race.app.app_context():
        post = publish(join("bob", "Bob"), body="A raisin in the bell.")
        people = [join(f"reader{number}", "Reader") for number in range(4)]
    path = f"/reports/post/{post.id}"
    pages = [race.browser(one).visit(path) for one in (*people, people[0])]

    race.run(*(partial(page.submit, FORM, reason="spam") for page in pages))

    with race.app.app_context():
        assert (count(Matter), count(Report)) == (1, 4)
