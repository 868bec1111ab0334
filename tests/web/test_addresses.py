import pytest

LISTS = [
    "/",
    "/explore/",
    "/people",
    "/@ann",
    "/@ann/followers",
    "/@ann/following",
    "/drafts/",
    "/bin/",
]
BROKEN = [
    "nonsense",
    "1",
    "-",
    "1-",
    "-1",
    "0x1-1",
    "1-1-1",
    "9" * 20,
    f"{'9' * 20}-1",
    f"1-{'9' * 20}",
    "f" * 15 + "-1",
    "1-" + "f" * 16,
    "1-1\x00",
    "١-١",
    "1-1' OR 1=1",
    "[]",
]
ODD = [
    "%00",
    "a%00b",
    "%0a",
    "%ff",
    "%c0%af",
    "%2e%2e%2f",
    "%E2%80%AE",
    "'",
    "x" * 3000,
]


@pytest.mark.parametrize("cursor", BROKEN)
def test_a_damaged_link_to_an_older_page_says_so(client, ann, cursor):
    answer = client.get("/explore/", query_string={"after": cursor})

    assert answer.status_code == 400
    assert "This link to an older page is damaged." in answer.text


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("cursor", ["nonsense", "9" * 20])
def test_every_list_does(browser, ann, path, cursor):
    page = browser.sign_in(ann).visit(f"{path}?after={cursor}")

    assert page.status == 400


@pytest.mark.parametrize("cursor", ["0-0", "1-1", "fffffffffffff-fffffffffffffff"])
def test_a_place_before_everything_or_after_it_is_no_crash(client, ann, cursor):
    found = {client.get(f"{path}?after={cursor}").status_code for path in LISTS[:6]}

    assert found <= {200, 400}


@pytest.mark.parametrize("number", ["9" * 30, str(2**63), "0", "-1", "1.5", "1e3", "٣"])
def test_a_number_that_no_row_has_is_no_page(browser, ann, number):
    assert browser.sign_in(ann).visit(f"/posts/{number}/edit").status == 404


def test_the_largest_number_that_a_row_can_have_is_no_page_either(browser, ann):
    assert browser.sign_in(ann).visit(f"/posts/{2**63 - 1}/edit").status == 404


@pytest.mark.parametrize("number", ["9" * 30, "0", str(2**63 - 1)])
@pytest.mark.parametrize("path", ["/posts/{}", "/posts/{}/delete", "/bin/{}/delete"])
def test_nor_can_it_be_sent_to(browser, ann, path, number):
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    page = browser.send(path.format(number), {"csrf_token": token, "body": "x"})

    assert page.status in {404, 405}


@pytest.mark.parametrize(
    "path",
    [
        "/{}",
        "/@{}",
        "/@ann/{}",
        "/@{}/the-tide-tables",
        "/@{}/followers",
        "/posts/{}/edit",
        "/avatars/{}.svg",
        "/static/{}",
        "/static/0123456789ab/{}",
        "/explore/{}",
        "/drafts/{}",
    ],
)
def test_an_odd_address_is_no_page(browser, ann, essay, path):
    client = browser.sign_in(ann).client

    found = {part: client.get(path.format(part)).status_code for part in ODD}

    assert found == dict.fromkeys(ODD, 404)


@pytest.mark.parametrize("part", ODD)
def test_an_odd_address_in_a_form_changes_nothing(browser, ann, part):
    token = browser.sign_in(ann).visit("/").value("csrf_token")

    for path in (f"/@{part}/follow", f"/posts/{part}", f"/bin/{part}/delete"):
        assert browser.send(path, {"csrf_token": token, "body": "x"}).status == 404


@pytest.mark.parametrize("name", ["after", "next", "back", "\x00", "", "a" * 5000])
@pytest.mark.parametrize("value", ["", "\x00", "\ud800".encode("utf-8", "replace")])
def test_an_odd_question_breaks_nothing(client, ann, name, value):
    answer = client.get("/@ann", query_string={name: value})

    assert answer.status_code in {200, 400}


@pytest.mark.parametrize("path", ["/@Ann", "/@ANN/the-tide-tables"])
def test_the_case_of_a_handle_does_not_matter(browser, essay, path):
    assert browser.visit(path).status == 200


def test_a_slash_too_few_is_forgiven(browser, app):
    assert browser.visit("/explore").path == "/explore/"


@pytest.mark.parametrize("path", ["//evil.example/..", "//explore", "/explore//"])
def test_a_slash_too_many_leads_to_no_other_site(client, path):
    answer = client.get("/", environ_overrides={"PATH_INFO": path})

    assert answer.status_code in {308, 404}
    assert not (answer.location or "/").startswith(("//", "http://evil"))
