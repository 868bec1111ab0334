"""The reference of the API: a page made from the document."""


def test_everything_that_can_be_asked_is_on_it(browser, document):
    page = browser.visit("/developers")

    shown = set(page.texts("h3 code"))
    assert shown == {
        f"{method.upper()} {path}"
        for path, known in document.data["paths"].items()
        for method in known
    }


def test_each_chapter_is_reached_from_the_contents(browser):
    page = browser.visit("/developers")

    leads = {
        link["href"].removeprefix("#") for link in page.select("nav li a[href^='#']")
    }
    assert leads
    assert leads == {head["id"] for head in page.select("section > h2")}


def test_it_says_what_one_sends_and_what_comes_back(browser):
    page = browser.visit("/developers")

    words = page.text("main")
    assert "curl -X POST http://localhost/api/articles" in words
    assert {"article.title", "user.bio", "post.cover.name"} <= set(
        page.texts("th code")
    )
    assert "posts:write" in words


def test_it_says_how_a_picture_is_sent(browser):
    page = browser.visit("/developers")

    words = page.text("main")
    assert "-F file=@gauge.jpg" in words
    assert "/api/media/sea" not in words


def test_names_within_what_it_says_are_shown_as_code(browser):
    page = browser.visit("/developers")

    assert not [words for words in page.texts("td, p, li") if "`" in words]
    assert "next" in page.texts("td code")


def test_programs_are_led_to_the_document(browser):
    page = browser.visit("/developers")

    assert page.answer.headers["Link"] == '</api/openapi.json>; rel="service-desc"'
    assert page.select("link[rel=service-desc]")[0]["href"] == "/api/openapi.json"


def test_who_makes_tokens_is_led_to_it(browser, ann):
    page = browser.sign_in(ann).visit("/settings/tokens/")

    assert page.select("a[href='/developers']")
