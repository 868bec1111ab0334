def test_a_password_manager_is_led_to_the_password(browser, ann):
    answer = browser.sign_in(ann).client.get("/.well-known/change-password")

    assert (answer.status_code, answer.location) == (303, "/settings/password/")


def test_so_is_a_visitor(client):
    assert client.get("/.well-known/change-password").location == "/settings/password/"


def test_what_does_not_exist_says_so(client):
    """Else a password manager would not believe the other address."""
    name = "resource-that-should-not-exist-whose-status-code-should-not-be-200"

    assert client.get(f"/.well-known/{name}").status_code == 404
