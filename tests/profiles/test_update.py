import pytest

from app.extensions import db

TYPED = {
    "name": "Robert",
    "bio": "I repair *bicycles*.",
    "location": "Under the arch",
    "links": "https://wheels.example\nhttps://code.example/bob",
}


@pytest.fixture
def form(browser, bob):
    """Bob's profile as a form."""
    return browser.sign_in(bob).visit("/settings/profile/")


def typed_in(page):
    """What stands in the fields of the form."""
    return {name: page.value(name).strip() for name in TYPED}


def test_a_saved_profile_shows_at_once(form):
    page = form.submit("form.panel", **TYPED)

    assert (page.path, page.text("h1")) == ("/@bob", "Robert")
    assert page.text(".bio em") == "bicycles"
    assert page.shows("Saved. Your page shows it already.")


def test_the_form_gives_back_what_was_saved(form, browser):
    form.submit("form.panel", **TYPED)

    assert typed_in(browser.visit("/settings/profile/")) == TYPED


@pytest.mark.parametrize(
    ("field", "words", "message"),
    [
        (
            "name",
            "x" * 81,
            "This may be 80 characters long at most. Shorten it a little.",
        ),
        (
            "bio",
            "x" * 1001,
            "This may be 1000 characters long at most. Shorten it a little.",
        ),
        (
            "location",
            "x" * 81,
            "This may be 80 characters long at most. Shorten it a little.",
        ),
        ("links", "https://a.example\n" * 6, "There’s room for five links. Remove 1."),
        ("links", "wheels", "“wheels” doesn’t look like https://example.org."),
        (
            "links",
            "javascript:alert(1)",
            "“javascript:alert(1)” doesn’t look like https://example.org.",
        ),
    ],
)
def test_a_refused_profile_says_why_and_loses_nothing(form, field, words, message):
    typed = {**TYPED, field: words.strip()}

    page = form.submit("form.panel", **typed)

    assert (page.status, page.text(f"#{field}-error")) == (422, message)
    assert typed_in(page) == typed


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript://x/%0aalert(1)",
        "data:text/html,x",
        "//evil.example",
        "https://",
        "https:evil.example",
        "ftp://a.example",
        "https://a.example/a b",
        "https://[::1",
        "/@bob",
        "mailto:bob@example.org",
    ],
)
def test_a_link_that_is_no_web_address_is_refused(form, bob, link):
    page = form.submit("form.panel", links=link)

    assert page.status == 422
    db.session.refresh(bob)
    assert bob.links == []


@pytest.mark.parametrize(
    "link",
    [
        "http://a.example",
        "https://a.example:8443/~bob?x=1#y",
        "https://münchen.example/ü",
    ],
)
def test_a_web_address_is_taken(form, link):
    page = form.submit("form.panel", links=f"\n  {link}  \n\n")

    assert [a["href"] for a in page.select(".profile-head .meta a[rel]")] == [link]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("", "bob"),
        ("  ", "bob"),
        ("B\x00ob", "Bob"),
        ("\u202eBob", "Bob"),
        ("B\r\nob", "B ob"),
        ("روبرت", "روبرت"),
    ],
)
def test_a_name_is_one_line_or_the_handle(form, name, shown):
    assert form.submit("form.panel", name=name).text("h1") == shown


def test_the_longest_profile_is_taken(form):
    page = form.submit("form.panel", name="n" * 80, bio="b" * 1000, location="l" * 80)

    assert (page.status, page.text("h1")) == (200, "n" * 80)


@pytest.mark.parametrize("field", ["handle", "role", "post_count", "id"])
def test_a_profile_form_changes_nothing_else(form, bob, field):
    before = (bob.handle, bob.post_count, bob.id)

    form.submit("form.panel", **{field: "7"})

    db.session.refresh(bob)
    assert (bob.handle, bob.post_count, bob.id) == before


def test_a_visitor_has_no_profile_to_edit(browser, app):
    assert (
        browser.visit("/settings/profile/").path == "/sign-in?next=/settings/profile/"
    )
