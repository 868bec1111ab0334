import json
from io import BytesIO
from zipfile import ZipFile

import frontmatter
import pytest

from app.extensions import db
from app.models import AuditEntry
from app.web import webhooks
from tests.fixtures.writing import publish
from tests.support.database import changes
from tests.support.proof import let_time_pass

PATH = "/settings/data/"


@pytest.fixture
def take(browser, bob):
    """Bob's copy of everything, by name of the file."""

    def take():
        page = browser.sign_in(bob).visit(PATH).submit("main form")
        bundle = ZipFile(BytesIO(page.answer.data))
        return {name: bundle.read(name).decode() for name in bundle.namelist()}

    return take


@pytest.fixture
def texts(bob):
    """What Bob has published, drafted and thrown away, by its title."""
    published = publish(
        bob, "Über Räder: 1 + 1", "Ein *Rad*.\n\n---\n\nNoch eins.", "Dek"
    )
    draft = bob.write(title="Draft", summary="", body="Not yet.")
    db.session.flush()
    binned = publish(bob, "Binned")
    binned.throw_away()
    db.session.commit()
    return {
        post.title: f"posts/{post.id}-{post.slug}.md"
        for post in (published, draft, binned)
    }


def test_it_is_a_file_to_keep(browser, bob):
    answer = browser.sign_in(bob).visit(PATH).submit("main form").answer

    assert answer.mimetype == "application/zip"
    assert answer.headers["Content-Disposition"].startswith(
        "attachment; filename=inklings-bob-"
    )
    assert answer.headers["Cache-Control"] == "no-store"


def test_it_says_what_is_in_it(take, texts):
    files = take()

    assert {"README.txt", "account.json", "profile.json"} <= set(files)
    assert "@bob" in files["README.txt"]
    assert "http://localhost" in files["README.txt"]


def test_posts_are_markdown_with_a_head(take, texts):
    page = frontmatter.loads(take()[texts["Über Räder: 1 + 1"]])

    assert page.content == "Ein *Rad*.\n\n---\n\nNoch eins."
    assert page["title"] == "Über Räder: 1 + 1"
    assert (page["summary"], page["status"]) == ("Dek", "published")


def test_tags_are_in_the_head(take, bob):
    post = publish(bob, "Ink", "On #paper.")
    post.tag_with(["Family trees", "ink"])
    db.session.commit()

    page = frontmatter.loads(take()[f"posts/{post.id}-{post.slug}.md"])

    assert page["tags"] == ["Family-trees", "ink"]


@pytest.mark.parametrize(("title", "status"), [("Draft", "draft"), ("Binned", "bin")])
def test_drafts_and_the_bin_come_along(take, texts, title, status):
    assert frontmatter.loads(take()[texts[title]])["status"] == status


def test_the_texts_that_a_post_had_come_along(take, bob):
    post = publish(bob, "Wheels", "One.")
    post.revise(**post.words | {"body": "Two."})
    db.session.commit()

    files = take()

    first = frontmatter.loads(files[f"posts/{post.id}/revisions/1.md"])
    assert (first["title"], first.content) == ("Wheels", "One.")
    assert files[f"posts/{post.id}/revisions/2.md"].endswith("Two.\n")


@pytest.mark.parametrize("title", ["'\"\n---\n", "a: b # c", "- x", "\u2028", "0755"])
def test_no_title_breaks_the_head(take, bob, title):
    post = publish(bob, title)

    page = frontmatter.loads(take()[f"posts/{post.id}-{post.slug}.md"])

    assert page["title"] == title


def test_the_profile_comes_along(take, bob):
    bob.describe(
        name="Bob", bio="*Wheels*", location="Arch", links=["https://a.example"]
    )
    db.session.commit()

    said = json.loads(take()["profile.json"])

    assert (said["handle"], said["bio"], said["location"]) == (
        "bob",
        "*Wheels*",
        "Arch",
    )
    assert said["links"] == ["https://a.example"]


def test_whom_one_follows_and_who_follows_come_along(take, ann, bob, cleo):
    bob.follow(ann)
    cleo.follow(bob)
    db.session.commit()

    files = take()

    assert (
        files["following.csv"].splitlines()[1].startswith("ann,http://localhost/@ann,")
    )
    assert (
        files["followers.csv"]
        .splitlines()[1]
        .startswith("cleo,http://localhost/@cleo,")
    )


def test_what_the_site_knows_of_the_account_comes_along(take, bob):
    bob.rename("wheels")
    db.session.commit()

    known = json.loads(take()["account.json"])

    assert known["account"][0]["email"] == "bob@example.org"
    assert {row["handle"] for row in known["handle"]} == {"bob", "wheels"}
    assert known["login_session"][0]["device"] == "Test browser"


def test_no_secret_comes_along(take, bob):
    files = "\n".join(take().values())

    assert bob.account.password_hash not in files
    assert "digest" not in files


def test_webhooks_come_along_without_their_secrets(take, bob):
    hook, secret = webhooks.add(bob, "https://example.org/in", ["post.published"])
    db.session.commit()

    files = take()

    [known] = json.loads(files["account.json"])["webhook"]
    assert (known["address"], known["events"]) == (hook.address, hook.events)
    assert secret not in files["account.json"] + hook.secret


def test_nothing_of_anybody_else_comes_along(take, ann, bob, cleo):
    publish(cleo, "Of Cleo")
    cleo.write(title="Secret draft", summary="", body="Cleo's.")
    ann.follow(bob)
    db.session.commit()

    files = "\n".join(take().values())

    assert "Cleo" not in files
    assert "ann@example.org" not in files


def test_from_where_an_admin_acted_is_not_told(take, ann, bob):
    entry = AuditEntry(
        user_id=bob.id, actor_id=ann.id, action="role.changed", network="192.0.2.9"
    )
    db.session.add(entry)
    db.session.commit()

    files = take()

    assert "role.changed" in files["account.json"]
    assert "192.0.2.9" not in files["account.json"]


def test_it_is_written_down(browser, bob):
    page = browser.sign_in(bob).visit(PATH)

    with changes(AuditEntry, by=1):
        page.submit("main form")


def test_five_an_hour_are_enough(browser, bob):
    page = browser.sign_in(bob).visit(PATH)
    statuses = [page.submit("main form").status for _ in range(6)]

    assert statuses == [200] * 5 + [429]


def test_who_it_is_is_asked_first_and_then_it_goes_on(browser, bob):
    page = browser.sign_in(bob).visit(PATH)
    let_time_pass(bob)

    asked = page.submit("main form")
    assert (asked.status, asked.text("h1")) == (403, "Confirm it’s you")

    page = asked.submit("main form", password="seven quiet herons").submit("main form")
    assert page.answer.mimetype == "application/zip"


def test_somebody_who_is_away_can_take_it(browser, bob):
    bob.leave()
    db.session.commit()

    page = browser.sign_in(bob).visit(PATH).submit("main form")

    assert page.answer.mimetype == "application/zip"
