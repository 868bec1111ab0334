import pytest

from app.extensions import db

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "http:evil.example",
    "https:evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "evil.example",
    "/%\x00",
    "",
]


@pytest.mark.parametrize(
    "path", ["/people", "/@ann/the-tide-tables", "/@cleo/following"]
)
def test_following_leads_back_to_the_page_one_came_from(
    browser, bob, cleo, essay, path
):
    cleo.follow(essay.author)
    db.session.commit()

    page = browser.sign_in(bob).visit(path).submit("form.follow")

    assert page.path == path


def test_unfollowing_leads_back_too(browser, ann, bob):
    ann.follow(bob)
    db.session.commit()

    page = browser.sign_in(ann).visit("/@ann/following").submit("form.follow")

    assert (page.path, page.text(".empty h2")) == ("/@ann/following", "Nobody yet")


def test_the_place_on_a_list_is_kept(browser, ann, bob):
    path = "/people?after=6fffffffffffff-1"

    page = browser.sign_in(ann).visit(path).submit("form.follow")

    assert page.path == path


@pytest.mark.parametrize("back", ELSEWHERE)
@pytest.mark.parametrize("verb", ["follow", "follow/delete"])
def test_it_never_leads_to_another_site(browser, ann, bob, back, verb):
    token = browser.sign_in(ann).visit("/@bob").value("csrf_token")

    answer = browser.client.post(
        f"/@bob/{verb}", data={"csrf_token": token, "back": back}
    )

    assert (answer.status_code, answer.location) == (303, "/@bob")
