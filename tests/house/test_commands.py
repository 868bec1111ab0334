"""Commands: each says what it does, and asks before it does what cannot be undone."""

import click
import pytest

from tests.support.source import ROOT, python_files
from tests.support.told import commands_of, reference

# What takes away or changes many rows: it asks, or can only say what would happen.
DESTRUCTIVE = {
    "comments rerender",
    "media sweep",
    "outbox retry",
    "posts rerender",
    "prune",
    "recount",
}


@pytest.fixture(scope="module")
def commands(migrated_app):
    return commands_of(migrated_app.cli)


def test_every_command_has_a_sentence(commands):
    silent = [name for name, command in commands.items() if not command.help]

    assert silent == []


def test_every_option_and_argument_has_one_too(commands):
    silent = [
        f"{name} {parameter.name}"
        for name, command in commands.items()
        for parameter in command.params
        if not getattr(parameter, "help", None)
    ]

    assert silent == []


def test_what_is_destructive_is_known_here(commands):
    assert set(commands) >= DESTRUCTIVE


@pytest.mark.parametrize("name", sorted(DESTRUCTIVE))
def test_what_is_destructive_asks_or_only_says(commands, name):
    options = {option for it in commands[name].params for option in it.opts}

    assert options & {"--dry-run", "--yes"}


def test_no_option_takes_a_secret_without_asking_for_it(commands):
    told = [
        f"{name} {option.name}"
        for name, command in commands.items()
        for option in command.params
        if isinstance(option, click.Option)
        if {"password", "secret", "token", "key"} & set(option.name.split("_"))
        if not option.hide_input
    ]

    assert told == []


def test_every_command_has_a_test(commands):
    source = "".join(path.read_text() for path in python_files(ROOT / "tests"))
    words = source.replace('", "', " ").replace("', '", " ")
    bare = [
        name
        for name, command in commands.items()
        if not isinstance(command, click.Group)
        if f'"{name}' not in words and f'("{name.rpartition(" ")[2]}' not in words
    ]

    assert bare == []


def test_the_reference_says_what_the_commands_say(migrated_app):
    kept = (ROOT / "docs/commands.md").read_text()

    assert kept == reference(migrated_app.cli), (
        "write it anew: .venv/bin/python -m tests.support.told"
    )
