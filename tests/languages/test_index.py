from app.extensions import db
from app.lib.languages import LANGUAGES
from tests.fixtures.writing import publish
from tests.support.crowd import strangers
from tests.support.database import queries

PATH = "/explore/languages/"
LINKS = "main .column ul a"


def written(author, language, to="public"):
    """A text in this language."""
    post = publish(author, f"In {language or 'no language'}", to=to)
    post.language = language
    db.session.commit()
    return post


def test_each_language_is_called_by_its_own_name(browser, ann):
    for language in ("en", "ar", "de", ""):
        written(ann, language)

    page = browser.visit(PATH)

    assert page.texts(LINKS) == ["English", "Deutsch", "العربية"]
    assert [link["lang"] for link in page.select(LINKS)] == ["en", "de", "ar"]


def test_that_of_the_reader_comes_first(browser, ann, bob):
    for language in ("en", "ar", "de"):
        written(ann, language)
    bob.account.language = "ar"
    db.session.commit()

    page = browser.sign_in(bob).visit(PATH)

    assert page.texts(LINKS) == ["العربية", "Deutsch", "English"]


def test_what_not_everybody_finds_is_no_language_here(browser, ann, bob):
    written(ann, "fr", to="followers")
    written(ann, "eo").unpublish()
    written(bob, "de").throw_away()
    db.session.commit()

    assert browser.visit(PATH).text(".empty h2") == "Nobody has said yet"


def test_all_languages_take_few_statements(browser):
    for person, language in zip(strangers(len(LANGUAGES)), LANGUAGES, strict=True):
        written(person, language)
    browser.visit(PATH)

    with queries(at_most=1):
        page = browser.visit(PATH)

    assert sorted(page.texts(LINKS)) == sorted(LANGUAGES.values())
