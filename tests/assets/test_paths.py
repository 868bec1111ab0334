import pytest


@pytest.mark.parametrize(
    "path",
    [
        "../../config.py",
        "..%2f..%2fconfig.py",
        "%2e%2e/%2e%2e/config.py",
        "img/../../__init__.py",
        "0123456789ab/../../__init__.py",
        "....//....//config.py",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "..\\..\\config.py",
        "..%5c..%5cconfig.py",
        "img",
        "img/",
        "",
        "0123456789ab",
        "0123456789ab/",
        "no-such-file",
        "img/icons.svg%00.css",
        "\x00",
        "~root",
        ".env",
        "x" * 5000,
    ],
)
def test_nothing_outside_of_the_folder_is_served(client, path):
    answer = client.get("/", environ_overrides={"PATH_INFO": f"/static/{path}"})

    assert answer.status_code in {308, 404}
    assert "root:" not in answer.text


@pytest.mark.parametrize("path", ["../app/config", "%2e%2e/__init__.py"])
def test_nor_by_an_address_that_the_server_decodes(client, path):
    assert client.get(f"/static/{path}").status_code == 404
