import pytest

from app.extensions import db
from tests.fixtures.cast import join
from tests.fixtures.joining import ask_to_join
from tests.support.crowd import strangers, turn_pages
from tests.support.database import queries

ROWS = "tbody tr"
NAMES = "tbody .name"


@pytest.fixture
def admin(browser, ann):
    return browser.sign_in(ann)


def test_everybody_is_listed_with_role_and_status(admin, bob, dan):
    page = admin.visit("/admin/people/")

    assert page.texts(NAMES) == ["Dan Achterberg", "Bob Lindqvist", "Ann Okafor"]
    assert "Moderator" in page.text(ROWS)
    assert page.text(".badge") == "Active"


def test_who_has_stepped_away_is_marked(admin, bob):
    bob.leave()
    db.session.commit()

    page = admin.visit("/admin/people/")

    assert page.texts(".badge") == ["Away", "Active"]


@pytest.mark.parametrize(
    "words", ["bob", "@bob", "BOB", "lindq", "Bob Lindqvist", "bob@example", " bob "]
)
def test_a_person_is_found_by_name_handle_or_address(admin, bob, cleo, words):
    page = admin.visit("/admin/people/").browser.visit(f"/admin/people/?q={words}")

    assert page.texts(NAMES) == ["Bob Lindqvist"]
    assert page.value("q") == words.strip()


@pytest.mark.parametrize(
    "words", ["%", "_", "nobody", "%00", "x" * 5000, "' OR 1=1 --"]
)
def test_what_finds_nobody_says_so(admin, bob, words):
    page = admin.visit(f"/admin/people/?q={words.replace('%', '%25')}")

    assert page.status == 200
    assert page.shows("Nobody found")


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("moderator", ["Dan Achterberg"]),
        ("admin", ["Ann Okafor"]),
        ("author", []),
        ("waiting", ["Fay"]),
        ("unconfirmed", ["Fay"]),
        ("nonsense", ["Fay", "Dan Achterberg", "Bob Lindqvist", "Ann Okafor"]),
    ],
)
def test_one_kind_is_listed_alone(admin, bob, dan, kind, names):
    ask_to_join("fay", "Fay")

    assert admin.visit(f"/admin/people/?kind={kind}").texts(NAMES) == names


def test_pages_keep_what_was_asked_for(admin):
    people = strangers(25)
    join("bob", "Bob Lindqvist")

    names = turn_pages(admin.visit("/admin/people/?q=stranger&kind=member"), NAMES)

    assert sorted(names) == sorted(person.name for person in people)


def test_the_list_costs_the_same_however_long(admin):
    strangers(21)

    with queries(at_most=5):
        page = admin.visit("/admin/people/")

    assert len(page.select(ROWS)) == 20
