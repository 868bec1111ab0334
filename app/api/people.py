"""How people look to programs, beyond the profiles of the contract."""

from sqlalchemy.orm import contains_eager, undefer

from app.api import pages, shapes
from app.api.shapes import moment
from app.models import User
from app.web.marks import ties_among

#: What a list of people is loaded with, beside what it is loaded with anyway.
IN_LIST = (undefer(User.bio), undefer(User.image_url))


def person(somebody, ties):
    """Somebody, and what there is between them and the reader.

    Of who is away no more is told than what they are called.
    """
    profile = shapes.profile(somebody, somebody.id in ties.followed)
    away = {"bio": None, "image": None} if somebody.is_away else {}
    return {
        **profile,
        **away,
        "name": somebody.handle if somebody.is_away else somebody.name,
        "url": shapes.url(somebody.path),
        "followsYou": somebody.id in ties.followers,
        "requested": somebody.id in ties.asked,
    }


def one(somebody):
    """The same of one person, asked for by themself."""
    return {"person": person(somebody, ties_among([somebody]))}


def along(relationship):
    """What rows that name somebody are loaded with, beside what they are anyway."""
    return contains_eager(relationship).options(*IN_LIST)


def answer(page, side):
    """A page of rows, of which each names somebody as its ``side``."""
    ties = ties_among([getattr(row, side) for row in page])
    return pages.answer("people", page, lambda row: person(getattr(row, side), ties))


def kept_apart(name, page, side):
    """A page of whom the reader blocks or mutes, each with since when."""
    ties = ties_among([getattr(row, side) for row in page])

    def shape(row):
        until = {"until": row.until and moment(row.until)} if name == "mutes" else {}
        whom = person(getattr(row, side), ties)
        return {"person": whom, "createdAt": moment(row.created_at), **until}

    return pages.answer(name, page, shape)


def muted_word(row):
    """Something that the reader does not want to read of."""
    return {
        "id": row.id,
        "word": row.word,
        "until": row.until and moment(row.until),
        "createdAt": moment(row.created_at),
    }
