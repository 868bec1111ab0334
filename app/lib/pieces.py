"""What stayed, went and came, divided as a reader would divide it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Literal, NamedTuple

Kind = Literal["same", "removed", "added"]
_KINDS: tuple[Kind, ...] = ("same", "removed", "added")


class Piece(NamedTuple):
    kind: Kind
    text: str


class _Step(NamedTuple):
    """What stayed, and what was changed behind it."""

    same: str
    removed: str
    added: str

    @property
    def is_replacement(self) -> bool:
        return bool(self.removed and self.added)


def tidied(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Each run of changes as one removal and one addition."""
    gathered: list[_Step] = []
    for step in _steps(filter(attrgetter("text"), pieces)):
        gathered += _settled(gathered.pop(), step) if gathered else [step]
    for step in gathered:
        found = (Piece(*piece) for piece in zip(_KINDS, step, strict=True))
        yield from filter(attrgetter("text"), found)


def _steps(pieces: Iterable[Piece]) -> Iterator[_Step]:
    texts = dict.fromkeys(_KINDS, "")
    for kind, group in groupby(pieces, attrgetter("kind")):
        if kind == "same" and (texts["removed"] or texts["added"]):
            yield _Step(**texts)
            texts = dict.fromkeys(_KINDS, "")
        texts[kind] += "".join(piece.text for piece in group)
    yield _Step(**texts)


def _settled(step: _Step, then: _Step) -> list[_Step]:
    if not step.is_replacement:
        return _shifted(step, then)
    is_space = then.same.isspace() and "\n" not in then.same
    if then.is_replacement and is_space:
        return [_grown_together(step, then)]
    return [step, then]


def _grown_together(step: _Step, then: _Step) -> _Step:
    """A space between two replaced words goes and comes with them.

    Three words that became three others are one change and not three.
    """
    removed, added = (then.same + text for text in then[1:])
    return _Step(step.same, step.removed + removed, step.added + added)


def _shifted(step: _Step, then: _Step) -> list[_Step]:
    """A line comes and goes whole: a part that two lines share goes to the other."""
    changed = step.removed or step.added
    first, line, rest = changed.partition("\n")
    after = then.same.removeprefix(first)
    is_apart = after or not (then.removed or then.added)
    if line and after != then.same and is_apart and not after[:1].isalnum():
        # A line behind it begins with its break, not with the full stop before it.
        moved = _moved(step, step.same + first, line + rest + first)
        return [moved, then._replace(same=after)]
    lines, line, last = changed.rpartition("\n")
    if line and last and step.same.endswith(f"\n{last}"):
        moved = _moved(step, step.same.removesuffix(last), last + lines + line)
        return [moved, then._replace(same=last + then.same)]
    return [step, then]


def _moved(step: _Step, same: str, changed: str) -> _Step:
    return _Step(same, step.removed and changed, step.added and changed)
