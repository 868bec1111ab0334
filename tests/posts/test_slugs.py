import pytest

from tests.fixtures.writing import publish


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The tide tables", "the-tide-tables"),
        ("Über die Flut", "über-die-flut"),
        ("潮汐表", "潮汐表"),
        ("مواقيت المد", "مواقيت-المد"),
        ("C++ & <b>friends</b> / 100%", "c-b-friends-b-100"),
        ("Followers", "followers-1"),
    ],
)
def test_the_address_is_the_title_in_its_own_script(ann, title, slug):
    assert publish(ann, title).path == f"/@ann/{slug}"


@pytest.mark.parametrize(
    "title", ["Über die Flut", "潮汐表", "مواقيت المد", "🎈", "İstanbul"]
)
def test_a_title_of_any_script_can_be_visited(browser, ann, title):
    sheet = browser.sign_in(ann).visit("/posts/new")

    page = sheet.submit("#editor", "publish", title=title, body="A text.")

    assert (page.status, page.text("h1")) == (200, title)
    assert (
        browser.visit("/explore/").select(".entry h2 a")[0]["href"].startswith("/@ann/")
    )


def test_a_title_used_before_gets_a_number(ann):
    paths = [publish(ann, "Again").path for _ in range(4)]

    assert paths == ["/@ann/again", "/@ann/again-2", "/@ann/again-3", "/@ann/again-4"]


def test_a_number_that_is_taken_is_passed_over(ann):
    publish(ann, "Again 2")
    publish(ann, "Again")

    assert publish(ann, "Again").path == "/@ann/again-3"


def test_a_percent_or_an_underscore_is_no_wildcard(ann):
    publish(ann, "axb")

    assert publish(ann, "a b").path == "/@ann/a-b"


def test_two_people_may_use_the_same_title(ann, bob):
    publish(ann, "Again")

    assert publish(bob, "Again").path == "/@bob/again"


def test_a_long_title_is_cut_between_words(ann):
    post = publish(ann, "word " * 40)

    assert len(post.slug) <= 80
    assert post.slug.endswith("-word")


def test_notes_have_addresses_that_nobody_guesses(bob):
    one, other = publish(bob, body="One."), publish(bob, body="Other.")

    assert one.slug != other.slug
    assert len(one.slug) == 10


@pytest.mark.parametrize("title", ["followers", "following", "follow"])
def test_a_post_does_not_hide_the_pages_of_its_author(browser, ann, title):
    post = publish(ann, title)

    assert browser.visit(post.path).text("h1") == title
