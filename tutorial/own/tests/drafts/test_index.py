"""What is not published yet."""


def test_only_its_author_has_a_list_of_it(browser, draft, bob):
    browser.sign_in(bob)

    assert browser.visit("/drafts/").text(".empty h2") == "No drafts"
    assert browser.visit(f"/posts/{draft.id}/edit").status == 404


def test_a_draft_is_on_no_other_list(browser, draft):
    assert browser.visit("/explore/").text(".empty h2") == "No posts yet"
    assert browser.visit("/@ann").text(".empty h2") == "No posts yet"


def test_its_address_is_no_address_yet(browser, draft):
    assert browser.visit(draft.path).status == 404


def test_what_is_saved_waits_on_the_list(browser, ann):
    page = browser.sign_in(ann).visit("/posts/new").submit(body="Not yet.", do="save")

    assert page.shows("Saved as a draft. Only you can see it.")
    assert browser.visit("/drafts/").texts(".entry-excerpt") == ["Not yet."]


def test_a_draft_is_published_from_its_sheet(browser, ann, draft):
    page = browser.sign_in(ann).visit(f"/posts/{draft.id}/edit").submit(do="publish")

    assert page.path == "/@ann/the-drawer"
    assert browser.visit("/drafts/").text(".empty h2") == "No drafts"
