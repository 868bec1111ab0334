import pytest

MIB = 1024 * 1024
PARTS = "multipart/form-data; boundary=x"


def test_a_text_that_is_too_large_is_refused_with_a_page(browser, ann):
    page = browser.sign_in(ann).send("/posts", {"body": "x" * (3 * MIB + 1)})

    assert page.status == 413
    assert page.text("h1") == "That’s more than fits"


@pytest.mark.parametrize("path", ["/sign-in", "/sign-up", "/settings/appearance/"])
def test_that_holds_for_every_form(browser, path):
    assert browser.send(path, {"back": "x" * (3 * MIB + 1)}).status == 413


def test_a_form_of_a_thousand_fields_is_refused(browser):
    fields = {f"field{number}": (None, "x") for number in range(1000)}
    body = "".join(
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n1\r\n'
        for name in fields
    )
    answer = browser.client.post(
        "/sign-in", data=f"{body}--x--", content_type="multipart/form-data; boundary=x"
    )

    assert answer.status_code == 413


# What Werkzeug has kept of the first hundred it leaves to the collector.
@pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile")
@pytest.mark.parametrize("path", ["/sign-in", "/posts", "/media/"])
@pytest.mark.parametrize("name", ['"field"', '"file"; filename="a.png"'])
def test_so_is_one_of_ten_thousand_parts(browser, ann, path, name):
    head = f"--x\r\nContent-Disposition: form-data; name={name}\r\n\r\n1\r\n"
    answer = browser.sign_in(ann).client.post(
        path, data=10_000 * head + "--x--", content_type=PARTS
    )

    assert answer.status_code == 413


@pytest.mark.parametrize(
    "body",
    [
        "--x\r\n" * 10_000 + "--x--",
        "--x\r\n" + "A: b\r\n" * 100_000 + "\r\n1\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n" + "\r\n-" * 400_000,
        "nothing of the kind",
        "",
    ],
)
def test_parts_that_are_none_are_refused(browser, ann, body):
    answer = browser.sign_in(ann).client.post("/posts", data=body, content_type=PARTS)

    assert answer.status_code == 400


def test_parts_within_parts_are_not_looked_into(browser, ann):
    inner = "--y\r\nContent-Disposition: form-data; name=body\r\n\r\nhello\r\n--y--"
    for _ in range(1_000):
        kind = "Content-Type: multipart/mixed; boundary=y"
        inner = f"--y\r\n{kind}\r\n\r\n{inner}\r\n--y--"
    outer = f"--x\r\nContent-Disposition: form-data; name=a\r\n{inner}\r\n--x--"
    answer = browser.sign_in(ann).client.post("/posts", data=outer, content_type=PARTS)

    assert answer.status_code == 400


def test_so_is_one_of_a_thousand_without_files(browser):
    answer = browser.client.post("/sign-in", data={f"field{n}": n for n in range(1001)})

    assert answer.status_code == 413


def test_a_refused_body_is_not_repeated(browser, ann):
    page = browser.sign_in(ann).send("/posts", {"body": "A word " * 500_000})

    assert page.status == 413
    assert not page.shows("Send it again")


def test_a_visitor_is_told_too(browser):
    assert browser.send("/posts", {"body": "x" * (3 * MIB + 1)}).status in {401, 413}
