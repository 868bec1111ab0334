"""Articles by the RealWorld contract."""

import pytest

from tests.support.realworld import MOMENT, TEXT, WHOLE, write


def test_what_is_published_is_answered_whole(program, ann):
    article = write(program.acting_for(ann), tagList=["training", "dragons"])

    assert article.keys() == WHOLE
    assert article["tagList"] == ["dragons", "training"]
    assert article["author"]["username"] == "ann"


def test_tags_are_kept_as_they_were_sent(program, ann):
    sent = ["d_17952268291", "playwright-test"]
    article = write(program.acting_for(ann), tagList=sent)

    assert article["tagList"] == sent


def test_without_tags_it_has_an_empty_list(program, ann):
    assert write(program.acting_for(ann))["tagList"] == []


@pytest.mark.parametrize("field", TEXT)
@pytest.mark.parametrize("nothing", ["", "  ", None])
def test_nothing_of_it_may_be_blank(program, ann, field, nothing):
    given = {**TEXT, field: nothing}
    answer = program.acting_for(ann).post("/articles", {"article": given})

    assert answer.status_code == 422
    assert answer.json["errors"][field] == ["can't be blank"]


@pytest.mark.parametrize("body", [None, {}, {"article": None}, {"article": {}}])
def test_what_is_missing_is_blank(program, ann, body):
    answer = program.acting_for(ann).post("/articles", body)

    assert answer.status_code == 422
    assert answer.json["errors"] == {name: ["can't be blank"] for name in TEXT}


def test_two_of_one_title_have_addresses_of_their_own(program, ann):
    program.acting_for(ann)

    slugs = {write(program)["slug"] for _ in range(2)}

    assert len(slugs) == 2


def test_one_reads_what_was_written_to_the_byte(program, ann):
    written = write(program.acting_for(ann))

    read = program.get(f"/articles/{written['slug']}").json["article"]

    assert read == written
    assert MOMENT.fullmatch(read["createdAt"])


@pytest.mark.parametrize(
    "slug", ["unknown", "unknown-1001", "how-to", "a-1-b", "%00", "%00-1001"]
)
def test_where_there_is_none_is_404(program, ann, slug):
    write(program.acting_for(ann))

    answer = program.get(f"/articles/{slug}")

    assert answer.status_code == 404
    assert answer.json == {"errors": {"article": ["not found"]}}


def test_what_is_not_named_stays(program, ann):
    before = write(program.acting_for(ann), tagList=["one", "two"])
    path = f"/articles/{before['slug']}"

    after = program.put(path, {"article": {"body": "Anew."}}).json["article"]

    assert after.pop("updatedAt") != before.pop("updatedAt")
    assert after == {**before, "body": "Anew."}


def test_another_title_is_taken_up(program, ann):
    slug = write(program.acting_for(ann))["slug"]

    answer = program.put(f"/articles/{slug}", {"article": {"title": "How not to"}})

    assert answer.json["article"]["title"] == "How not to"
    assert program.get(f"/articles/{slug}").json == answer.json


def test_no_tags_are_no_tags(program, ann):
    slug = write(program.acting_for(ann), tagList=["one"])["slug"]

    program.put(f"/articles/{slug}", {"article": {"tagList": []}})

    assert program.get(f"/articles/{slug}").json["article"]["tagList"] == []


def test_null_is_no_list_of_tags(program, ann):
    slug = write(program.acting_for(ann), tagList=["one"])["slug"]

    answer = program.put(f"/articles/{slug}", {"article": {"tagList": None}})

    assert answer.status_code == 422
    assert program.get(f"/articles/{slug}").json["article"]["tagList"] == ["one"]


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_nobody_touches_what_another_wrote(program, ann, bob, method):
    slug = write(program.acting_for(ann))["slug"]

    answer = program.acting_for(bob).ask(method, f"/articles/{slug}", {"article": {}})

    assert answer.status_code == 403
    assert answer.json == {"errors": {"article": ["forbidden"]}}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", "/articles"),
        ("PUT", "/articles/unknown"),
        ("DELETE", "/articles/unknown"),
        ("POST", "/articles/unknown/favorite"),
        ("POST", "/articles/unknown/comments"),
        ("DELETE", "/articles/unknown/comments/1"),
        ("GET", "/articles/feed"),
        ("GET", "/user"),
        ("PUT", "/user"),
        ("POST", "/profiles/nobody/follow"),
    ],
)
def test_who_shows_no_token_is_told_so_before_anything_else(program, method, path):
    answer = program.ask(method, path)

    assert answer.status_code == 401
    assert answer.json == {"errors": {"token": ["is missing"]}}


def test_what_is_deleted_is_gone(program, ann):
    slug = write(program.acting_for(ann))["slug"]

    answer = program.delete(f"/articles/{slug}")

    assert (answer.status_code, answer.data) == (204, b"")
    assert program.get(f"/articles/{slug}").status_code == 404


def test_with_it_go_what_was_said_and_who_liked_it(program, ann):
    slug = write(program.acting_for(ann))["slug"]
    program.post(f"/articles/{slug}/comments", {"comment": {"body": "So it is."}})
    program.post(f"/articles/{slug}/favorite")

    program.delete(f"/articles/{slug}")

    assert program.get(f"/articles/{slug}/comments").status_code == 404
    assert program.get("/articles?favorited=ann").json["articlesCount"] == 0
