"""Feeds as programs read them: by parsers that are not ours."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from werkzeug.test import TestResponse

SHAPES = ("atom", "rss", "json")
_SCHEMA = json.loads((Path(__file__).parent / "json_feed.json").read_text())
_JSON = Draft202012Validator(_SCHEMA)


def read(answer: TestResponse) -> list[dict[str, Any]]:
    """The entries of a feed, each with its id, link, title, words and writer.

    Fails where a strict parser would.
    """
    assert answer.status_code == 200, answer.status
    if answer.mimetype == "application/feed+json":
        return _from_json(answer.text)
    # A parser that forgives nothing, and then the one that most programs have.
    ElementTree.fromstring(answer.data)  # noqa: S314  (what we wrote ourselves)
    parsed = feedparser.parse(answer.data, sanitize_html=False)
    assert not parsed.bozo, parsed.bozo_exception
    return [
        {
            "id": entry.id,
            "link": entry.link,
            "title": entry.title,
            "words": entry.content[0].value if "content" in entry else "",
            "by": entry.author,
            "tags": [tag.term for tag in entry.get("tags", ())],
        }
        for entry in parsed.entries
    ]


def fetch(client: FlaskClient, path: str, **headers: str) -> list[dict[str, Any]]:
    return read(client.get(path, headers=headers))


def titles(client: FlaskClient, path: str) -> list[str]:
    return [entry["title"] for entry in fetch(client, path)]


def _from_json(text: str) -> list[dict[str, Any]]:
    feed = json.loads(text)
    _JSON.validate(feed)
    return [
        {
            "id": item["id"],
            "link": item["url"],
            "title": item.get("title", ""),
            "words": item["content_html"],
            "by": item["authors"][0]["name"],
            "tags": item.get("tags", []),
        }
        for item in feed["items"]
    ]
