"""What is new to the reader, made ready for a page or a letter."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from babel.lists import format_list
from flask import g
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import ngettext as _n
from flask_login import current_user
from markupsafe import Markup, escape
from sqlalchemy.orm.attributes import set_committed_value

from app.extensions import db
from app.models import Notification, User, news
from app.models.columns import now
from app.web.clock import local
from app.web.current import as_reader
from app.web.filters import day, number


@dataclass(frozen=True)
class Told:
    """A notification with those of its people who are named."""

    note: Notification
    people: list[User]

    @property
    def others(self) -> int:
        """How many more there are; none where all are named."""
        if len(self.people) < news.NAMED:
            return 0
        return max(0, self.note.actor_count - len(self.people))

    @property
    def count(self) -> int:
        return len(self.people) + self.others

    def who(self, linked: bool = False) -> str:
        """Who did it, as in “Ann, Bob, Cleo and 14 others”; as links to their pages."""
        names = [_link(one) if linked else one.name for one in self.people]
        if self.others:
            names.append(_n("%(num)d other", "%(num)d others", self.others))
        return _listed(names)


def told(
    reader: User, notes: Iterable[Notification], shown: Sequence[Any] = ()
) -> list[Told]:
    """``notes`` with their people, asked for once.

    :param shown: options that bring along more of each person.
    """
    groups = list(notes)
    people: dict[int, list[User]] = {group.id: [] for group in groups}
    for group in groups:
        if group.comment is not None:
            set_committed_value(group.comment, "post", group.post)
    if groups:
        faces = news.faces(reader, groups).options(*shown)
        for key, person in db.session.execute(faces):
            people[key].append(person)
    return [Told(group, people[group.id]) for group in groups]


def by_day(stories: Iterable[Told]) -> list[tuple[str, list[Told]]]:
    """What came on one day together, under the name of the day."""
    days = groupby(stories, lambda story: local(story.note.newest_at).date())
    return [(_called(same := list(some)), same) for _date, some in days]


def unread_count() -> int:
    """How many things are news to the reader, asked for once a request.

    Whether there is anything came along with the reader: only then is it counted.
    """
    if current_user.is_anonymous or not current_user.has_news:
        return 0
    if "unread" not in g:
        g.unread = db.session.scalar(news.unread(), as_reader()) or 0
    return int(g.unread)


def calls_on(talk: Any) -> int:
    """How many conversations ask to be looked at; ``talk``, which is open, no more."""
    is_heard = bool(talk and talk.calls)
    return int(current_user.unread_conversations - is_heard)


def shown_count(count: int) -> str:
    """The number in its badge; what is not counted to the end is 99+."""
    return number(min(count, 99)) + ("+" if count > 99 else "")


def _link(person: User) -> Markup:
    link = Markup('<a class="name" href="{}"><bdi>{}</bdi></a>')
    return link.format(person.path, person.name)


def _listed(parts: Sequence[str]) -> str:
    """``parts`` as the language lists them; safe where one of them is markup."""
    places = [f"{{{number}}}" for number in range(len(parts))]
    pattern = format_list(places, locale=get_locale())
    is_markup = any(isinstance(part, Markup) for part in parts)
    return (escape(pattern) if is_markup else pattern).format(*parts)


def _called(stories: Sequence[Told]) -> str:
    moment = stories[0].note.newest_at
    days = (local(now()).date() - local(moment).date()).days
    names = {0: _("Today"), 1: _("Yesterday")}
    return names.get(days) or day(moment)
