"""Names of requests, and what a developer's browser is told of their time."""

import pytest


@pytest.mark.parametrize("path", ["/", "/no-such-page", "/healthz", "/sign-in"])
def test_every_answer_has_a_name(client, path):
    names = {client.get(path).headers["X-Request-Id"] for _ in range(3)}

    assert len(names) == 3
    assert {len(name) for name in names} == {16}


def test_a_page_that_is_kept_has_one_of_its_own(like):
    client = like(PAGE_CACHE=60).test_client()
    answers = [client.get("/explore/") for _ in range(2)]

    assert answers[0].headers["ETag"] == answers[1].headers["ETag"]
    assert len({answer.headers["X-Request-Id"] for answer in answers}) == 2


def test_a_proxy_of_ours_names_it(like):
    answer = (
        like(TRUSTED_PROXIES=1)
        .test_client()
        .get(
            "/healthz", headers={"X-Request-Id": "0b5c1f52-7a70-4b43-b8a2-70e0f4e6a3a1"}
        )
    )

    assert answer.headers["X-Request-Id"] == "0b5c1f52-7a70-4b43-b8a2-70e0f4e6a3a1"


@pytest.mark.parametrize("name", ["short", "x" * 65, "a b c d e f g", "<script>alert"])
def test_not_by_what_could_be_anything(like, name):
    client = like(TRUSTED_PROXIES=1).test_client()

    answer = client.get("/healthz", headers={"X-Request-Id": name})

    assert answer.headers["X-Request-Id"] != name


def test_nobody_else_names_it(client):
    answer = client.get("/healthz", headers={"X-Request-Id": "chosen-by-a-stranger"})

    assert answer.headers["X-Request-Id"] != "chosen-by-a-stranger"


def test_a_developer_sees_where_the_time_goes(like):
    answer = like(DEVELOPMENT=True).test_client().get("/explore/")

    total, database, template = answer.headers["Server-Timing"].split(", ")
    assert total.startswith("total;dur=")
    assert "statements" in database
    assert float(template.partition("dur=")[2]) > 0


def test_nobody_else_does(like):
    answer = like(DEVELOPMENT=False).test_client().get("/explore/")

    assert "Server-Timing" not in answer.headers
