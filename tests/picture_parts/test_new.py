"""The page that asks which part of a picture is meant."""


def test_the_page_of_a_picture_leads_here(browser, heron):
    way = browser.visit(heron.path("edit")).select('a[href$="part/"]')[0]["href"]

    page = browser.visit(way)

    assert page.select(".crop--cover img")[0]["src"] == heron.info.src


def test_the_editor_leads_here_once_a_cover_is_chosen(browser, ann, heron):
    sheet = browser.sign_in(ann).visit("/posts/new")

    draft = sheet.submit("#editor", "save", cover_name=heron.name, body="Grey.")

    way = heron.path("part/")
    assert [bool(page.select(f'a[href="{way}"]')) for page in (sheet, draft)] == [0, 1]


def test_nobody_asks_about_the_picture_of_somebody_else(browser, bob, heron):
    assert browser.sign_in(bob).visit(heron.path("part/")).status == 404
