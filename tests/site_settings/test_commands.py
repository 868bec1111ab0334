"""``flask site …``: what admins set on the page, from the machine."""

import pytest

from app.extensions import db
from app.models import AuditEntry, Site
from tests.support.database import changes


@pytest.fixture
def run(app):
    """Runs ``flask site …`` and gives what came of it."""
    runner = app.test_cli_runner()
    return lambda *words: runner.invoke(args=["site", *words])


def site():
    db.session.expire_all()
    return db.session.get(Site, 1)


def test_what_is_set_is_said(run):
    assert run("show").output.splitlines() == [
        "name: Inklings",
        "tagline: A quiet place.",
        "joining: open",
        "writing: everybody",
        "members_invite: yes",
        "is_indexable: yes",
        "ai_crawlers: answers",
    ]


@pytest.mark.parametrize(
    ("name", "value", "becomes"),
    [
        ("name", "The Reading Room", "The Reading Room"),
        ("name", "no", "no"),
        ("tagline", "", ""),
        ("joining", "invitation", "invitation"),
        ("members_invite", "no", False),
        ("ai_crawlers", "none", "none"),
    ],
)
def test_a_setting_is_set_and_the_others_stay(run, name, value, becomes):
    before = run("show").output.splitlines()

    done = run("set", name, value)

    assert (done.exit_code, getattr(site(), name)) == (0, becomes)
    assert len(set(before) - set(run("show").output.splitlines())) == 1


def test_what_is_off_is_set_on(run):
    run("set", "is_indexable", "no")
    run("set", "is_indexable", "yes")

    assert site().is_indexable is True


@pytest.mark.parametrize(
    ("name", "value", "code", "says"),
    [
        ("name", "", 1, "name: Give the site a name."),
        ("name", "z" * 61, 1, "name: This may be 60 characters long at most."),
        ("joining", "perhaps", 1, "joining: "),
        ("members_invite", "perhaps", 2, "members_invite is yes or no."),
        ("colour", "blue", 2, "'colour' is not one of 'name'"),
    ],
)
def test_what_the_page_refuses_is_refused(run, ann, name, value, code, says):
    with changes(AuditEntry, by=0):
        done = run("set", name, value)

    assert done.exit_code == code
    assert says in done.output


def test_admins_find_it_in_their_record(run, ann, bob):
    run("set", "name", "Ink")

    entry = db.session.query(AuditEntry).one()
    assert (entry.user_id, entry.actor_id) == (ann.id, None)
    assert entry.detail == "name: Inklings → Ink"


def test_what_is_so_already_is_no_change(run, ann):
    with changes(AuditEntry, by=0):
        done = run("set", "joining", "open")

    assert done.output == "It is so already.\n"


def test_the_door_is_closed_and_opened(run):
    assert run("close").output == "joining: open → closed\n"
    assert site().joining == "closed"
    assert run("open").output == "joining: closed → open\n"


def test_the_next_page_says_it(run, browser):
    browser.visit("/")
    run("set", "name", "The Reading Room")

    assert browser.visit("/").text(".brand") == "The Reading Room"


def test_a_site_without_a_name_has_its_first_visitor_first(run, empty_site):
    done = run("show")

    assert (done.exit_code, "Open the site first" in done.output) == (1, True)
