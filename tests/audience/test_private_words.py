"""Every page of the site, for everybody: who comes across a private message."""

from zipfile import ZipFile

import pytest

from app.exports.archive import archive_of
from app.extensions import db
from app.models import Conversation
from app.web.outbox import as_if_asked
from tests.support.talks import write
from tests.web.test_closed import argument

WORD = "persimmon"
HERE = {"conversations.index", "conversations.show", "messages.index"}
#: Who asks, and on which pages they find the word.
WHO_READS_IT = {
    "visitor": set(),
    "ann": set(),
    "bob": HERE,
    "cleo": HERE,
    "dan": set(),
    "eve": set(),
    "zoe": set(),
}


@pytest.fixture
def words(ann, bob, cleo, dan, eve):
    """What Bob said to Cleo and Eve, who has left; Ann and Dan run the site."""
    message = write(bob, [cleo, eve], f"One {WORD}.")
    eve.leave_conversation(db.session.get(Conversation, message.conversation_id))
    db.session.commit()
    return message


@pytest.fixture
def ways(app, words):
    """Every page that can be asked for, at the number of this conversation."""
    site = app.url_map.bind("localhost")
    found = []
    for rule in app.url_map.iter_rules():
        if "GET" in rule.methods:
            parts = {name: argument(rule, name) for name in rule.arguments}
            if "key" in parts:
                parts["key"] = words.conversation_id
            found.append((rule.endpoint, site.build(rule.endpoint, parts)))
    return found


@pytest.mark.parametrize("reader", WHO_READS_IT)
def test_a_message_is_read_by_those_who_are_in_it(
    browser, words, ways, reader, request
):
    if reader != "visitor":
        browser.sign_in(request.getfixturevalue(reader))

    seen = {name for name, way in ways if WORD.encode() in browser.client.get(way).data}

    assert seen == WHO_READS_IT[reader]


@pytest.mark.parametrize("reader", ["ann", "bob", "cleo", "dan"])
def test_everybody_takes_along_their_own_words(words, reader, request):
    with as_if_asked():
        archive, _length = archive_of(request.getfixturevalue(reader))

    with archive, ZipFile(archive) as bundle:
        said = bundle.read("messages.json").decode()
    assert (WORD in said) == (reader == "bob")
