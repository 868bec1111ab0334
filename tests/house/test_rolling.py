"""Old code on a new schema: a migration lets the version before it go on.

While a site is updated, both versions serve; and whoever goes back finds the schema of
the newer one. docs/upgrading.md says how each change is made instead.
"""

import re
from importlib.util import module_from_spec, spec_from_file_location

import pytest
import sqlalchemy as sa
from alembic import op

from tests.support.migration_rules import Migration
from tests.support.source import ROOT, name_of

#: Up to here no version was released that anybody could have gone back to.
BASELINE = "0036"
LATER = [
    path
    for path in sorted((ROOT / "migrations/versions").glob("*.py"))
    if path.stem[:4] > BASELINE
]
RELEASED = frozenset(
    re.findall(r"^## (\d\S*)", (ROOT / "CHANGELOG.md").read_text(), re.M)
)


def read(path):
    """The migration in the file ``path``."""
    spec = spec_from_file_location(path.stem, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    ready_since = getattr(module, "READY_SINCE", {})
    return Migration(module.upgrade, ready_since, RELEASED)


def faults(upgrade, **ready_since):
    since = {name.replace("__", "."): version for name, version in ready_since.items()}
    return Migration(upgrade, since, frozenset({"1.0"})).faults()


def concurrently(*columns, **options):
    with op.get_context().autocommit_block():
        op.drop_index("ix_post", "post", if_exists=True, postgresql_concurrently=True)
        op.create_index(
            "ix_post", "post", columns, postgresql_concurrently=True, **options
        )


def by_batch():
    with op.batch_alter_table("post") as post:
        post.drop_column("title")


def own_table():
    op.create_table("note", sa.Column("id", sa.Integer, nullable=False))
    op.add_column("note", sa.Column("body", sa.Text, nullable=False))
    op.create_index("ix_note_body", "note", ["body"])


def add(*details, **options):
    return lambda: op.add_column("post", sa.Column("mood", *details, **options))


def alter(**change):
    return lambda: op.alter_column("post", "title", **change)


TEXT, LONG = sa.String(100), sa.String(200)
BAD = {
    "drops a column": lambda: op.drop_column("post", "title"),
    "drops a column in a batch": by_batch,
    "drops a table": lambda: op.drop_table("post"),
    "renames a table": lambda: op.rename_table("post", "essay"),
    "renames a column": alter(new_column_name="name"),
    "changes a type": alter(existing_type=TEXT, type_=sa.Integer()),
    "narrows a text": alter(existing_type=LONG, type_=TEXT),
    "demands a value": alter(nullable=False),
    "takes a default away": alter(server_default=None),
    "adds what nobody fills": add(sa.Text, nullable=False),
    "adds a key at once": add(sa.Integer, sa.ForeignKey("user.id")),
    "adds what is unique": add(sa.Text, unique=True),
    "computes a column": add(sa.Integer, sa.Computed("id + 1", persisted=True)),
    "indexes under a lock": lambda: op.create_index("ix_post", "post", ["title"]),
    "indexes in a transaction": lambda: op.create_index(
        "ix_post", "post", ["title"], postgresql_concurrently=True
    ),
    "checks all rows under a lock": lambda: op.create_check_constraint(
        "ck_post", "post", "title <> ''"
    ),
    "looks up all keys under a lock": lambda: op.create_foreign_key(
        "fk_post", "post", "user", ["author_id"], ["id"]
    ),
    "makes unique under a lock": lambda: op.create_unique_constraint(
        "uq_post", "post", ["title"]
    ),
    "changes by hand": lambda: op.execute("ALTER TABLE post DROP COLUMN title"),
    "asks the database": lambda: op.get_bind().execute("SELECT 1"),
}
GOOD = {
    "adds what may be empty": add(sa.Text, nullable=True),
    "adds what fills itself": add(sa.Integer, nullable=False, server_default="0"),
    "makes a table of its own": own_table,
    "gives a text more room": alter(existing_type=TEXT, type_=LONG),
    "lets a column be empty": alter(existing_type=TEXT, nullable=True),
    "indexes beside the readers": lambda: concurrently("title"),
    "makes unique beside the readers": lambda: concurrently("title", unique=True),
    "checks new rows first": lambda: op.create_check_constraint(
        "ck_post", "post", "title <> ''", postgresql_not_valid=True
    ),
    "looks at the others later": lambda: op.execute(
        "ALTER TABLE post VALIDATE CONSTRAINT ck_post"
    ),
    "fills a column": lambda: op.execute(
        "UPDATE post SET mood = '' WHERE mood IS NULL"
    ),
    "drops an index": lambda: op.drop_index("ix_post", "post"),
}


def test_the_version_before_can_go_on():
    found = {name_of(path): read(path).faults() for path in LATER}

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize("what", BAD)
def test_it_is_told_when_a_migration(what):
    assert len(faults(BAD[what])) == 1


@pytest.mark.parametrize("what", GOOD)
def test_nothing_is_said_when_a_migration(what):
    assert faults(GOOD[what]) == []


def test_what_a_released_version_does_without_may_go():
    assert faults(by_batch, post__title="1.0") == []


def test_what_only_the_next_version_does_without_stays():
    assert faults(by_batch, post__title="1.1") != []


def test_what_a_released_version_always_fills_may_be_demanded():
    assert faults(alter(nullable=False), post__title="1.0") == []
