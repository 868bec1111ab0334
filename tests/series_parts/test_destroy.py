from app.models import Post, SeriesPart
from tests.support.database import changes


def test_a_part_is_taken_out_and_the_post_stays(browser, ann, letters, parts):
    page = browser.sign_in(ann).visit(f"/series/{letters.id}/edit")
    key, token = parts["Second"].id, page.value("csrf_token")

    with changes(SeriesPart, by=-1), changes(Post, by=0):
        path = f"/series/{letters.id}/parts/{key}/delete"
        page = browser.send(path, {"csrf_token": token})

    assert page.texts(".parts p") == ["First", "Third"]


def test_those_after_it_count_on_without_a_gap(browser, letters, parts):
    letters.remove(parts["Second"])

    assert browser.visit("/@ann/third").text(".series-nav p").startswith("Part 2 of")
