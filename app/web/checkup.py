"""What ``flask doctor`` looks at: checks register themselves, features bring their own.

A check is a function that says what it found, in sentences that end with what to do.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from app.extensions import db

OK: Final = "ok"
NOTE: Final = "note"
WRONG: Final = "wrong"


@dataclass(frozen=True)
class Finding:
    """What a check found: one of :data:`OK`, :data:`NOTE`, :data:`WRONG`, and why."""

    state: str
    words: str


@dataclass(frozen=True)
class Checkup:
    """A check, by the name of what it looks at.

    :param needs_site: whether it can only be done where the settings are right.
    """

    name: str
    look: Callable[[], Iterable[Finding]]
    needs_site: bool


_CHECKUPS: list[Checkup] = []


def ok(words: str) -> Finding:
    """All is well."""
    return Finding(OK, words)


def note(words: str) -> Finding:
    """The site goes on, and whoever runs it should know."""
    return Finding(NOTE, words)


def wrong(words: str) -> Finding:
    """Something does not work or is not safe; the words say what to do."""
    return Finding(WRONG, words)


def checkup(
    name: str, *, needs_site: bool = True
) -> Callable[[Callable[[], Iterator[Finding]]], Callable[[], Iterator[Finding]]]:
    """Make a function a check; those of one module are done in their order.

    :param name: what it looks at, in a word or two.
    :param needs_site: False for what can be asked even where no settings are right.
    """

    def register(
        look: Callable[[], Iterator[Finding]],
    ) -> Callable[..., Iterator[Finding]]:
        _CHECKUPS.append(Checkup(name, look, needs_site))
        return look

    return register


def checkups(has_site: bool = True) -> list[Checkup]:
    """Every check that can be done, those that need least first."""
    possible = [it for it in _CHECKUPS if has_site or not it.needs_site]
    return sorted(possible, key=lambda it: it.needs_site)


def findings(check: Checkup) -> list[Finding]:
    """What ``check`` finds; that it could not look is a finding, too."""
    try:
        return list(check.look())
    except SQLAlchemyError as error:
        words = " ".join(str(getattr(error, "orig", error)).split())
        return [wrong(f"the database did not answer: {words}")]
    except Exception as error:
        return [wrong(f"could not be looked at: {type(error).__name__}: {error}")]
    finally:
        if check.needs_site:
            db.session.rollback()
