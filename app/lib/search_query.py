"""What somebody typed to find something, taken apart.

    heron "kitchen door" tide* -gull from:ann tag:sea after:2025 title:water in:saved

Any text is a question: what is no operator is words, a quote that is not closed ends
with the line, and what is no letter or digit is left out.
"""

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final

from app.lib.handles import normalized as handle_of
from app.lib.plaintext import one_line
from app.lib.search_text import folded, is_unspaced, looked_for
from app.lib.tags import normalized as tag_of

#: So many characters count, and so many words of them.
LONGEST, MOST = 300, 24
#: A beginning has so many letters at least, or it would be one of every second word.
SHORTEST_BEGINNING = 3
SAVED: Final = "saved"
DRAFTS: Final = "drafts"

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂「」『』", '"'))
_PIECE = re.compile(
    r'(?P<minus>-)?(?:(?P<name>from|tag|before|after|title|in):|#(?=[^\s"#]))?'
    r'(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>[^\s"]+)|(?=\s|$))',
    re.IGNORECASE,
)
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True)
class Term:
    """Words that stand beside each other; of a beginning, the last goes on."""

    words: tuple[str, ...]
    is_beginning: bool = False


@dataclass(frozen=True)
class Query:
    """What is looked for; all of it has to be there."""

    text: str = ""
    is_cut: bool = False
    words: tuple[Term, ...] = ()
    titles: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    authors: tuple[str, ...] = ()
    not_authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    after: datetime | None = None
    before: datetime | None = None
    scope: str = ""

    @property
    def terms(self) -> tuple[Term, ...]:
        """What has to stand in a text, wherever."""
        return self.words + self.titles

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for: no words, and no operator that finds any."""
        found = (self.terms, self.authors, self.tags, self.scope)
        return not any(found) and not (self.after or self.before)

    @property
    def only_leaves_out(self) -> bool:
        """Whether it says what is not wanted, and nothing of what is."""
        return self.is_empty and bool(self.without or self.not_authors or self.not_tags)

    @property
    def last(self) -> str:
        """The word that was typed last, folded; empty where it is none."""
        tail = self.text.rpartition(" ")[2]
        return folded(tail) if tail.isalnum() else ""

    def widened(self) -> "Query | None":
        """The same for all that begins as the last word does; None where it cannot."""
        if len(self.last) < SHORTEST_BEGINNING or not self.words:
            return None
        *others, last = self.words
        if last.is_beginning or last.words[-1] != self.last:
            return None
        return replace(self, words=(*others, Term(last.words, is_beginning=True)))

    def in_titles(self) -> "Query | None":
        """The same for titles alone, as far as it is typed; None without a word."""
        *others, last = self.words or (None,)
        if last is None or len(self.last) < SHORTEST_BEGINNING:
            return None
        titles = (*others, Term(last.words, is_beginning=True), *self.titles)
        return replace(self, words=(), titles=titles)


@dataclass
class _Found:
    """What has been read of a question so far."""

    terms: dict[str, list[Term]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    moments: dict[str, datetime] = field(default_factory=dict)
    scope: str = ""


def parsed(typed: str) -> Query:
    """Return what ``typed`` looks for; of a long text, its beginning does."""
    text = one_line(typed[: 2 * LONGEST].translate(_QUOTES))
    short, is_cut = text[:LONGEST], len(text) > LONGEST
    found = _Found()
    for piece in list(_PIECE.finditer(short))[:MOST]:
        _take(piece, found)
    said: dict[str, Any] = {name: tuple(terms) for name, terms in found.terms.items()}
    said |= found.moments
    for name, each in found.names.items():
        said[name] = tuple(dict.fromkeys(each))
    return Query(short, is_cut, scope=found.scope, **said)


def _take(piece: re.Match[str], found: _Found) -> None:
    minus, said = bool(piece["minus"]), piece["phrase"] or piece["word"] or ""
    name = (piece["name"] or ("tag" if _is_hashtag(piece) else "")).lower()
    if name in {"from", "tag"}:
        _take_name(name, said, minus, found)
    elif name in {"before", "after"} and not minus and (moment := _moment(said)):
        found.moments[name] = moment
    elif name == "in" and not minus and said.lower() in {SAVED, DRAFTS}:
        found.scope = said.lower()
    else:
        _take_words(piece, name, said, found)


def _is_hashtag(piece: re.Match[str]) -> bool:
    return piece[0].lstrip("-").startswith("#")


def _take_name(name: str, said: str, minus: bool, found: _Found) -> None:
    key, spelled = (
        ("authors", handle_of(said)) if name == "from" else ("tags", tag_of(said))
    )
    if spelled:
        found.names.setdefault(f"not_{key}" if minus else key, []).append(spelled)


def _take_words(piece: re.Match[str], name: str, said: str, found: _Found) -> None:
    """What is no operator is words, with what looked like its name."""
    is_operator = name == "title" or not said
    whole = said if is_operator else piece[0].lstrip("-")
    if not (words := looked_for(whole)):
        return
    kind = "titles" if name == "title" else "words"
    is_open = piece["phrase"] is None and said.endswith("*")
    is_long = len(words[-1]) >= SHORTEST_BEGINNING or not words[-1].isascii()
    term = Term(words, (is_open and is_long) or _is_lone(words[-1]))
    found.terms.setdefault("without" if piece["minus"] else kind, []).append(term)


def _is_lone(word: str) -> bool:
    """Whether it is half of what is kept where letters are kept two by two."""
    return len(word) == 1 and is_unspaced(word)


def _moment(said: str) -> datetime | None:
    """The beginning of a year, a month or a day; None for what is none."""
    if not (match := _DATE.fullmatch(said)):
        return None
    year, month, day = (int(part or 1) for part in match.groups())
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
