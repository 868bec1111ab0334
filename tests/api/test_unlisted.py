"""What is unlisted opens for whoever has its address, and not for who counts to it."""

import pytest

from app.extensions import db
from app.lib.api_slugs import api_slug
from tests.fixtures.writing import publish

MADE_UP = "0123456789"


@pytest.fixture(params=["The tide tables", ""], ids=["article", "note"])
def post(ann, request):
    post = publish(ann, request.param, "Twice a day.")
    post.visibility = "unlisted"
    db.session.commit()
    return post


def ask(program, post, slug):
    return program.get(f"/posts/{api_slug(slug, post.id)}").status_code


def test_its_number_alone_leads_nowhere(program, bob, post):
    assert ask(program, post, MADE_UP) == 404
    assert ask(program.acting_for(bob), post, MADE_UP) == 404


def test_its_address_does(program, bob, post):
    assert ask(program, post, post.slug) == 200
    assert ask(program.acting_for(bob), post, post.slug) == 200


def test_who_wrote_it_finds_it_by_the_address_of_the_draft(program, ann, post):
    assert ask(program.acting_for(ann), post, MADE_UP) == 200


@pytest.mark.parametrize("person", [None, "ann", "bob"])
def test_an_article_is_found_by_nobody_else_either(program, ann, bob, person):
    post = publish(ann, "The tide tables", "Twice a day.")
    post.visibility = "unlisted"
    db.session.commit()
    if person:
        program.acting_for({"ann": ann, "bob": bob}[person])

    answer = program.get(f"/articles/{api_slug(MADE_UP, post.id)}")

    assert answer.status_code == (200 if person == "ann" else 404)


def test_a_public_one_keeps_the_address_that_its_draft_had(program, ann):
    post = publish(ann, "The tide tables", "Twice a day.")

    assert ask(program, post, MADE_UP) == 200
