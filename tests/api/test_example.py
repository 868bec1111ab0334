"""The client of one file in docs/examples: what it promises, against the real API."""

import importlib.util
import io
from urllib.error import HTTPError

import pytest
from sqlalchemy import select

from app.extensions import db
from app.models import AccessToken, Picture, Post
from app.models.access_token import PERSONAL, Scope
from tests.support.database import changes
from tests.support.pictures import photo
from tests.support.source import ROOT

ESSAY = """\
---
title: The tide tables
tags: tides, waiting
---
High water comes *twice*.
"""


@pytest.fixture
def client(app, ann, monkeypatch):
    """The client as a module that speaks to the application, for ann."""
    path = ROOT / "docs/examples/inklings.py"
    spec = importlib.util.spec_from_file_location("inklings_client", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, token = AccessToken.issue(ann, PERSONAL, "A client", Scope)
    db.session.commit()
    monkeypatch.setenv("INKLINGS_SITE", "http://localhost")
    monkeypatch.setenv("INKLINGS_TOKEN", token)
    monkeypatch.setattr(module, "urlopen", lambda asked, **_: answered(app, asked))
    return module


def answered(app, asked):
    """What the application answers to a request of urllib's."""
    answer = app.test_client().open(
        asked.full_url.removeprefix("http://localhost"),
        method=asked.get_method(),
        data=asked.data,
        headers=dict(asked.header_items()),
    )
    body = io.BytesIO(answer.data)
    if answer.status_code >= 400:
        raise HTTPError(asked.full_url, answer.status_code, "", answer.headers, body)
    return body


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "tides.md").write_text(ESSAY)
    return tmp_path


def test_it_says_whose_token_it_is(client, capsys):
    client.main(["whoami"])

    assert capsys.readouterr().out == "ann <ann@example.org>\n"


def test_it_publishes_a_folder(client, folder, capsys):
    with changes(Post, by=1):
        client.main(["publish", str(folder)])
    client.main(["list"])

    published, listed = capsys.readouterr().out.splitlines()
    assert published.startswith("tides.md: published as the-tide-tables-")
    assert listed.endswith("The tide tables")


def test_what_has_not_changed_is_left_alone(client, folder, capsys):
    client.main(["publish", str(folder)])
    with changes(Post, by=0):
        client.main(["publish", str(folder)])

    assert capsys.readouterr().out.endswith("tides.md: unchanged\n")


def test_what_has_changed_is_changed(client, folder, capsys):
    client.main(["publish", str(folder)])
    (folder / "tides.md").write_text(ESSAY + "And goes.")
    with changes(Post, by=0):
        client.main(["publish", str(folder)])

    assert "tides.md: changed as the-tide-tables-" in capsys.readouterr().out


def test_a_picture_beside_the_text_goes_along(client, folder):
    (folder / "gauge.jpg").write_bytes(photo())
    (folder / "tides.md").write_text(ESSAY + "![A gauge](gauge.jpg)")

    with changes(Picture, by=1):
        client.main(["publish", str(folder)])

    assert "<img" in db.session.scalars(select(Post)).one().body_html


def test_a_text_that_is_not_taken_is_named(client, folder):
    (folder / "tides.md").write_text("---\ntags: tides\n---\n")

    with pytest.raises(SystemExit) as ended:
        client.main(["publish", str(folder)])

    assert ended.value.code == "tides.md: body can't be blank"


def test_a_folder_without_texts_is_none_to_publish(client, tmp_path):
    with pytest.raises(SystemExit) as ended:
        client.main(["publish", str(tmp_path / "essay")])

    assert "has no files that end with .md" in ended.value.code


def test_a_file_without_a_head_says_it_all_itself(client):
    article = client.article_in("# By the sea\n\nIt *rains*.\n", "sea")

    assert (article["title"], article["body"]) == ("By the sea", "It *rains*.")
    assert article["description"] == "It rains."


def test_what_the_site_says_is_said(client, capsys):
    with pytest.raises(SystemExit) as ended:
        client.main(["delete", "nothing-1001"])

    assert ended.value.code == "article not found"
