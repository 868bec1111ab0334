import pytest

from app.extensions import db
from tests.fixtures.writing import publish
from tests.support.database import queries
from tests.support.pictures import opened


@pytest.fixture
def post(ann, heron):
    """A post of Ann's that shows her heron."""
    return publish(ann, "Herons", body=f"![]({heron.path()})")


@pytest.fixture
def stranger(app):
    """Somebody without any cookie."""
    return app.test_client()


def status(client, path):
    return client.get(path).status_code


def test_what_nobody_was_shown_is_seen_by_its_owner_alone(browser, stranger, heron):
    path = heron.path("600.webp")

    assert (status(browser.client, path), status(stranger, path)) == (200, 404)


def test_a_post_shows_its_pictures_to_everybody(stranger, post, heron):
    answer = stranger.get(heron.path("600.webp"))

    assert answer.mimetype == "image/webp"
    assert opened(answer.data).size == (600, 400)


def test_a_draft_shows_them_to_nobody_else(browser, stranger, bob, ann, heron):
    ann.write(title="Draft", summary="", body=f"![]({heron.path()})")
    db.session.commit()
    path = heron.path("600.webp")

    assert status(stranger, path) == 404
    assert status(browser.sign_in(bob).client, path) == 404


def test_nobody_opens_a_picture_of_somebody_else(stranger, bob, heron):
    publish(bob, "Mine now", body=f"![]({heron.path()})")

    assert status(stranger, heron.path("600.webp")) == 404


def test_a_post_in_the_bin_shows_them_no_more(stranger, post, heron):
    post.throw_away()
    db.session.commit()

    assert status(stranger, heron.path("600.webp")) == 404


def test_the_plain_address_is_the_file_that_all_can_show(stranger, post, heron):
    assert stranger.get(heron.path()).mimetype == "image/jpeg"


def test_only_files_that_we_made_are_there(stranger, post, heron):
    files = ["601.webp", "600.png", "600.svg", "0.webp", "../600.webp", "600.webp.html"]

    assert {status(stranger, heron.path(file)) for file in files} == {404}


def test_it_runs_nothing_and_loads_nothing(stranger, post, heron):
    headers = stranger.get(heron.path("600.webp")).headers

    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"].startswith("inline; filename=")


def test_caches_keep_what_everybody_may_see_for_a_day(stranger, post, heron):
    headers = stranger.get(heron.path("600.webp")).headers

    assert headers["Cache-Control"] == "public, max-age=86400"
    assert "Set-Cookie" not in headers


def test_caches_keep_nothing_else(browser, heron):
    headers = browser.client.get(heron.path("600.webp")).headers

    assert headers["Cache-Control"] == "private, no-cache"


def test_a_picture_costs_one_statement(stranger, browser, post, heron):
    with queries(at_most=1):
        stranger.get(heron.path("600.webp"))
    with queries(at_most=1):
        browser.client.get(heron.path("600.webp"))


def test_what_is_known_already_is_not_sent_again(stranger, post, heron):
    first = stranger.get(heron.path("600.webp"))
    again = stranger.get(
        heron.path("600.webp"), headers={"If-None-Match": first.headers["ETag"]}
    )

    assert (again.status_code, again.data) == (304, b"")


def test_a_part_can_be_asked_for(stranger, post, heron):
    whole = stranger.get(heron.path("600.webp")).data
    part = stranger.get(heron.path("600.webp"), headers={"Range": "bytes=4-7"})

    assert (part.status_code, part.data) == (206, whole[4:8])


@pytest.mark.parametrize(
    ("audience", "expected"),
    [("public", (200, 200)), ("unlisted", (200, 200)), ("followers", (200, 404))],
)
def test_whoever_may_read_a_post_sees_its_pictures(
    browser, stranger, bob, ann, post, heron, audience, expected
):
    bob.follow(ann)
    post.show_to(audience)
    db.session.commit()
    path = heron.path("600.webp")

    seen = status(browser.sign_in(bob).client, path), status(stranger, path)

    assert seen == expected


def test_a_private_post_shows_its_pictures_to_its_author_alone(
    browser, bob, post, heron
):
    post.show_to("private")
    db.session.commit()
    path = heron.path("600.webp")

    assert status(browser.client, path) == 200
    assert status(browser.sign_in(bob).client, path) == 404


def test_who_has_a_link_to_a_draft_sees_its_pictures_and_caches_do_not(
    stranger, ann, heron
):
    draft = ann.write(title="Draft", summary="", body=f"![]({heron.path()})")
    db.session.flush()
    draft.show_by_link()
    db.session.commit()

    answer = stranger.get(heron.path("600.webp"))

    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "private, no-cache"
