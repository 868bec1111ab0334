"""Who is linked from a text: the people who are here, by any handle of theirs."""

from app.extensions import db
from app.lib.markdown import Named
from app.models.references import known
from tests.fixtures.writing import publish
from tests.support.database import queries


def people(*handles):
    return known(Named(handles=frozenset(handles))).people


def test_who_is_here_is_linked(ann, bob):
    assert people("ann", "bob", "nobody_here") == {"ann": "/@ann", "bob": "/@bob"}


def test_an_old_handle_leads_to_the_new_one(ann):
    ann.rename("ann_okafor")
    db.session.commit()

    assert people("ann") == {"ann": "/@ann_okafor"}


def test_who_is_away_is_not_linked(ann):
    ann.leave()
    db.session.commit()

    assert people("ann") == {}


def test_who_is_gone_is_not_linked(ann):
    db.session.delete(ann)
    db.session.commit()

    assert people("ann") == {}


def test_all_are_asked_for_in_one_question(ann, bob, cleo):
    with queries(at_most=1):
        people("ann", "bob", "cleo")


def test_nothing_is_asked_where_nobody_is_named(app):
    with queries(at_most=0):
        people()


def test_a_post_links_whom_it_names(ann, bob):
    post = publish(ann, body="For @bob.")

    assert 'href="/@bob"' in post.body_html


def test_so_does_a_profile(ann, bob):
    ann.describe(name="Ann", bio="With @bob.", location="", links=[])

    assert 'href="/@bob"' in ann.bio_html
