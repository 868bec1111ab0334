"""A question to the index, in the words of SQLite's FTS5 or of PostgreSQL's tsquery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    cast,
    column,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects.postgresql import TSQUERY

from app.lib.search_query import Term
from app.models.search_index import LONG, titled


@dataclass(frozen=True)
class Match:
    """A question to the index: all of ``terms``, in titles ``titles``, no ``without``.

    :param marks: each a choice, of which an entry has one.
    """

    terms: Sequence[Term] = ()
    titles: Sequence[Term] = ()
    without: Sequence[Term] = ()
    marks: Sequence[Sequence[str]] = ()
    not_marks: Sequence[str] = ()

    def __bool__(self) -> bool:
        """Whether there is anything that an entry has to have."""
        return bool(self.terms or self.titles or self.marks)

    def in_titles(self) -> Match | None:
        """The same for entries that have all words in their titles."""
        if not self.terms:
            return None
        return replace(self, terms=(), titles=(*self.terms, *self.titles))

    def written(self, dialect: str) -> str:
        """The question as the database reads it. No sign of a syntax is in a word."""
        return (_for_postgresql if dialect == "postgresql" else _for_sqlite)(self)


def _for_sqlite(match: Match) -> str:
    needed = [_phrase(term) for term in _terms(match)]
    needed += [f"({' OR '.join(map(_quoted, some))})" for some in match.marks]
    unwanted = [*map(_phrase, match.without), *map(_quoted, match.not_marks)]
    asked = " AND ".join(needed)
    return f"({asked}) NOT ({' OR '.join(unwanted)})" if unwanted else asked


def _phrase(term: Term) -> str:
    return f'"{" ".join(term.words)}"{" *" if term.is_beginning else ""}'


def _quoted(mark: str) -> str:
    return f'"{mark}"'


def _for_postgresql(match: Match) -> str:
    needed = [_near(term) for term in _terms(match)]
    needed += [f"({' | '.join(map(_lexeme, some))})" for some in match.marks]
    unwanted = [*map(_near, match.without), *map(_lexeme, match.not_marks)]
    return " & ".join([*needed, *(f"!{one}" for one in unwanted)])


def _near(term: Term) -> str:
    """Words side by side; in a text that is too long for that, all of them."""
    ending = ":*" if term.is_beginning else ""
    words = [_lexeme(word) for word in term.words]
    near = f"({' <-> '.join(words)}{ending})"
    if len(words) == 1:
        return near
    return f"({near} | ({_lexeme(LONG)} & {' & '.join(words)}{ending}))"


def _lexeme(word: str) -> str:
    return f"'{word}'"


def _terms(match: Match) -> list[Term]:
    """What has to be there; of titles, the words as titles have them."""
    of_titles = (
        replace(term, words=tuple(titled(term.words))) for term in match.titles
    )
    return [*match.terms, *of_titles]


def asked_of(
    entry: type[Any], dialect: str, asked: ColumnElement[str]
) -> tuple[FromClause, ColumnElement[bool], ColumnElement[int]]:
    """What to select from, the condition of what is found, and what to order it by."""
    its = entry.__table__
    if dialect == "postgresql":
        return its, has(entry, dialect, asked), its.c.place
    rows, found = _full_text(entry, asked)
    return its.join(rows, rows.c.rowid == its.c.place), found, rows.c.rowid


def has(
    entry: type[Any], dialect: str, asked: ColumnElement[str]
) -> ColumnElement[bool]:
    """The condition of an entry that matches, to be asked of one after the other."""
    if dialect == "postgresql":
        return entry.__table__.c.words.bool_op("@@")(cast(asked, TSQUERY))
    rows, found = _full_text(entry, asked)
    mine = rows.c.rowid == entry.__table__.c.place
    return select(rows.c.rowid).where(found, mine).exists()


def _full_text(
    entry: type[Any], asked: ColumnElement[str]
) -> tuple[FromClause, ColumnElement[bool]]:
    rows = table(entry.FULL_TEXT, column("rowid", Integer))
    return rows, literal_column(entry.FULL_TEXT).bool_op("MATCH")(asked)
