import pytest

from app.extensions import db
from tests.archives.test_archive import MONTHS, STEPS, write_at
from tests.support.database import queries


@pytest.fixture
def texts(ann, bob):
    """One of Ann's for everybody, one for followers, one for herself; one of Bob's."""
    write_at(ann, 2024, 3, 1, title="Public")
    write_at(ann, 2024, 3, 2, title="Public, too")
    write_at(ann, 2024, 4, 1, title="A letter", to="followers")
    write_at(ann, 2024, 5, 1, title="A diary", to="private")
    write_at(bob, 2024, 6, 1, title="By Bob")


def test_it_says_how_much_there_is(browser, texts):
    page = browser.visit("/@ann/archive/")

    assert page.texts(".archive-months li") == ["March 2024 2 posts"]


@pytest.mark.parametrize(
    ("reader", "months"),
    [
        ("cleo", ["March 2024"]),
        ("bob", ["April 2024", "March 2024"]),
        ("ann", ["May 2024", "April 2024", "March 2024"]),
    ],
)
def test_each_finds_what_is_for_them(browser, ann, bob, texts, request, reader, months):
    bob.follow(ann)
    db.session.commit()
    browser.sign_in(request.getfixturevalue(reader))

    assert browser.visit("/@ann/archive/").texts(MONTHS) == months
    assert browser.visit("/@ann/archive/2024/03").texts(STEPS)[:1] == months[-2:-1]


def test_a_month_is_theirs_alone(browser, texts):
    page = browser.visit("/@ann/archive/2024/03")

    assert page.texts(".feed h2") == ["Public, too", "Public"]
    assert browser.visit("/@ann/archive/2024/06").status == 404


def test_an_old_handle_leads_to_it(client, ann, texts):
    ann.rename("anna")
    db.session.commit()

    answer = client.get("/@ann/archive/2024/03")

    assert (answer.status_code, answer.location) == (301, "/@anna/archive/2024/03")


def test_who_is_not_to_be_found_is_not_indexed(browser, ann, texts):
    ann.is_indexable = False
    db.session.commit()

    for path in ("/@ann/archive/", "/@ann/archive/2024/03"):
        assert browser.visit(path).select('meta[name="robots"][content="noindex"]')


def test_the_profile_leads_to_it(browser, texts):
    assert browser.visit("/@ann").select('main a[href="/@ann/archive/"]')


def test_a_post_called_archive_stands_beside_it(browser, ann):
    post = write_at(ann, 2024, 3, 1, title="Archive")

    assert browser.visit(post.path).text("h1") == "Archive"


@pytest.mark.parametrize("path", ["/@ann/archive/", "/@ann/archive/2024/03"])
def test_it_takes_few_statements(browser, bob, texts, path):
    browser.sign_in(bob).visit(path)

    with queries(at_most=6):
        browser.visit(path)
