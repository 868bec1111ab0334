from app.extensions import db
from app.models import NotificationSettings
from tests.support.database import queries
from tests.support.news import read_all

PATH = "/notifications/unread/"


def test_it_says_how_much_is_unread(browser, ann, bob, essay):
    bob.like(essay)
    db.session.commit()

    answer = browser.sign_in(ann).client.get(PATH)

    assert answer.json == {"count": 1, "shown": "1", "words": "1 unread notification"}
    assert "no-store" in answer.headers["Cache-Control"]


def test_asking_reads_nothing(browser, ann, bob, essay):
    bob.like(essay)
    db.session.commit()
    browser.sign_in(ann)

    for _ in range(2):
        assert browser.client.get(PATH).json["count"] == 1


def test_where_there_is_nothing_it_costs_one_look(browser, ann, bob, essay):
    bob.like(essay)
    read_all(ann)
    browser.sign_in(ann).client.get(PATH)

    with queries(at_most=1):
        assert browser.client.get(PATH).json["count"] == 0


def test_what_is_set_aside_is_not_counted(browser, ann, bob, essay):
    NotificationSettings.kept(ann.id).only_followed = True
    bob.like(essay)
    db.session.commit()

    assert browser.sign_in(ann).client.get(PATH).json["count"] == 0


def test_a_visitor_is_sent_to_sign_in(client):
    assert client.get(PATH).status_code == 303
