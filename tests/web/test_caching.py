import pytest


@pytest.fixture
def explore(client, essay):
    """What a visitor is answered on the page that everybody sees."""
    return client.get("/explore/")


def test_a_visitor_s_page_is_sent_once(client, explore):
    again = client.get("/explore/", headers={"If-None-Match": explore.headers["ETag"]})

    assert again.status_code == 304
    assert again.data == b""


def test_the_short_answer_says_what_the_long_one_said(client, explore):
    again = client.get("/explore/", headers={"If-None-Match": explore.headers["ETag"]})

    for name in ("Cache-Control", "Vary", "ETag"):
        assert again.headers[name] == explore.headers[name]


def test_browsers_ask_each_time(explore):
    assert explore.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("word", ["Cookie", "Accept-Language"])
@pytest.mark.parametrize("path", ["/", "/explore/", "/sign-in", "/no-such-page"])
def test_pages_depend_on_who_asks_and_in_what_language(client, path, word):
    assert word in client.get(path).headers["Vary"]


def test_another_paper_is_another_page(client, explore):
    client.set_cookie("theme", "dark")

    again = client.get("/explore/", headers={"If-None-Match": explore.headers["ETag"]})

    assert again.status_code == 200


def test_another_language_is_another_page(client, explore):
    headers = {"If-None-Match": explore.headers["ETag"], "Accept-Language": "ar"}

    assert client.get("/explore/", headers=headers).status_code == 200


def test_a_change_is_seen_at_once(client, explore, note):
    again = client.get("/explore/", headers={"If-None-Match": explore.headers["ETag"]})

    assert again.status_code == 200
    assert "A raisin in the bell." in again.text


@pytest.mark.parametrize("path", ["/", "/explore/", "/@ann", "/drafts/", "/no-such"])
def test_a_member_s_page_is_kept_by_nobody_else(browser, ann, path):
    answer = browser.sign_in(ann).client.get(path)

    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "ETag" not in answer.headers


def test_the_visitor_s_page_is_not_given_to_a_member(browser, ann, explore):
    headers = {"If-None-Match": explore.headers["ETag"]}

    answer = browser.sign_in(ann).client.get("/explore/", headers=headers)

    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up"])
def test_a_page_with_a_token_in_it_is_kept_by_nobody_else(client, path):
    answer = client.get(path)

    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "ETag" not in answer.headers


def test_a_page_with_a_token_in_it_stays_private_when_it_comes_again(client):
    client.get("/sign-in")

    answer = client.get("/sign-in")

    assert "ETag" not in answer.headers


def test_a_page_with_a_notice_on_it_is_kept_by_nobody_else(browser, ann):
    browser.sign_in(ann)
    page = browser.visit("/")
    token = page.value("csrf_token")
    browser.client.post("/sign-out", data={"csrf_token": token})

    answer = browser.client.get("/explore/")

    assert "You’re signed out" in answer.text
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert "ETag" not in answer.headers


def test_faults_are_not_kept(client):
    assert "ETag" not in client.get("/no-such-page").headers


def test_a_head_is_the_page_without_its_words(client, explore):
    answer = client.head("/explore/")

    assert answer.headers["ETag"] == explore.headers["ETag"]
    assert answer.data == b""
