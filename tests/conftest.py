"""What every test can ask for, one file for each kind of thing."""

import gc

from tests.support.quick import hash_quickly

pytest_plugins = [
    "tests.fixtures.application",
    "tests.fixtures.beginnings",
    "tests.fixtures.cast",
    "tests.fixtures.joining",
    "tests.fixtures.moderation",
    "tests.fixtures.races",
    "tests.fixtures.writing",
    "tests.fixtures.series",
    "tests.fixtures.pictures",
    "tests.fixtures.pages",
    "tests.fixtures.faces",
    "tests.fixtures.factors",
    "tests.fixtures.outbox",
    "tests.fixtures.backups",
    "tests.fixtures.lines",
    "tests.fixtures.providers",
    "tests.fixtures.chromium",
    "tests.fixtures.faults",
    "tests.fixtures.programs",
    "tests.fixtures.applications",
    "tests.fixtures.webhooks",
]


def pytest_collection_finish():
    """What is loaded by now stays: nothing of it is looked at again."""
    gc.collect()
    gc.freeze()


def pytest_configure():
    """Spend the time of the tests on something else than passwords."""
    hash_quickly()
