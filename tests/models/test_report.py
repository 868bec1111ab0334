import pytest
from sqlalchemy.exc import IntegrityError

from app import events
from app.extensions import db
from app.models import Matter, Report
from tests.support.database import changes


def test_what_two_people_report_is_one_matter(ann, cleo, note):
    with changes(Matter, by=1), changes(Report, by=2):
        for person in (ann, cleo):
            person.report(note, "spam", "")


def test_one_person_reports_a_thing_once(ann, note):
    ann.report(note, "spam", "")

    with changes(Report, by=0):
        assert ann.report(note, "rules", "And another thing.") is None


def test_what_is_settled_can_be_reported_anew(ann, matter, note):
    matter.settle()

    with changes(Matter, by=1), changes(Report, by=1):
        ann.report(note, "spam", "")


def test_a_person_and_their_post_are_two_matters(ann, bob, note):
    with changes(Matter, by=2):
        ann.report(note, "spam", "")
        ann.report(bob, "spam", "")


def test_a_matter_keeps_what_was_said_at_first(bob, matter, note):
    note.revise(title="", summary="", body="Nothing at all.")
    db.session.commit()
    db.session.expire_all()

    assert db.session.scalar(db.select(Matter.said)) == "A raisin in the bell."
    assert db.session.scalar(db.select(Matter.beginning)) == "A raisin in the bell."


def test_others_hear_of_a_report_once(ann, note):
    heard = []
    with events.report_filed.connected_to(heard.append):
        report = ann.report(note, "spam", "")
        ann.report(note, "spam", "")

    assert heard == [report]


def test_a_report_outlives_whoever_made_it(cleo, report):
    db.session.delete(cleo)
    db.session.commit()
    db.session.expire_all()

    assert db.session.scalars(db.select(Report.reporter_id)).one() is None


def test_the_table_refuses_a_second_matter_that_waits(bob, matter, note):
    db.session.add(Matter(kind="post", about_id=bob.id, post_id=note.id, said=""))

    with pytest.raises(IntegrityError):
        db.session.flush()


def test_the_table_refuses_a_matter_of_nothing(bob):
    db.session.add(Matter(kind="post", about_id=bob.id, said=""))

    with pytest.raises(IntegrityError):
        db.session.flush()


def test_nobody_finds_what_is_about_them(ann, bob, matter):
    waiting = [db.session.scalars(Matter.waiting(one)).all() for one in (ann, bob)]

    assert waiting == [[matter], []]
