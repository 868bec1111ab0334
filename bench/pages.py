"""The pages that are measured, and what each may cost at most."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from app.lib.cursors import cursor_of
from app.models import Post, User
from bench.conversation import READERS
from bench.load import Request
from bench.population import RARE, READER, WORDS

Headers = Mapping[str, str]
_A_FULL_PROFILE = 30
_DEEP = 49 * 20
# Far from both ends of what the town has written.
_A_MONTH = "/archive/2025/06"
# A cookie that the site does not know: this visitor's pages are drawn each time.
_DRAWN = {"Cookie": "somebody=else"}
# Whoever has whatever is there: it is answered that this is still so.
_ANY = {"If-None-Match": "*"}


@dataclass(frozen=True)
class Page:
    """A request with a name, and its targets: None where there are none."""

    name: str
    request: Request
    most_x: float | None = None
    most_statements: int | None = None


@dataclass(frozen=True)
class Places:
    """Addresses in the population that pages are asked for by."""

    person: str
    post: str
    deep: str
    thread: str
    # The same post by its slug and its number.
    slug: str
    key: int

    @classmethod
    def find(cls, connection: Connection) -> "Places":
        """Somebody with more than a page of posts, their longest, and page 50."""
        fullness = func.abs(User.post_count - _A_FULL_PROFILE)
        people = select(User.id, User.handle).order_by(fullness, User.id)
        person = connection.execute(people.limit(1)).one()
        theirs = select(Post.slug, Post.id).where(Post.author_id == person.id)
        longest = theirs.order_by(Post.word_count.desc(), Post.id).limit(1)
        slug, key = connection.execute(longest).one()
        listed = select(Post.published_at, Post.id).order_by(Post.published_at.desc())
        last = connection.execute(listed.offset(_DEEP - 1).limit(1)).one()
        cursor = cursor_of(last.published_at, last.id)
        path = f"/@{person.handle}"
        return cls(
            person=path,
            post=f"{path}/{slug}",
            deep=f"/explore/?after={cursor}",
            thread=_thread(connection),
            slug=slug,
            key=key,
        )


def all_pages(
    places: Places, sessions: Mapping[str, Headers], stylesheet: str, etag: str
) -> list[Page]:
    """Every page, signed out first.

    :param sessions: the headers of readers who are signed in, by their handles.
    :param etag: of the explore page as a visitor sees it.
    """
    return [
        *_by_visitors(places, stylesheet, etag),
        *_by_a_member(places, sessions[READER]),
        *_homes(sessions),
    ]


def _by_visitors(places: Places, stylesheet: str, etag: str) -> list[Page]:
    same = {"If-None-Match": etag}
    pages = (
        Page("sign-in page", Request("/sign-in")),
        Page("home", Request("/"), most_statements=4),
        Page("explore", Request("/explore/"), most_x=10, most_statements=4),
        Page("explore, page 50", Request(places.deep), most_x=10, most_statements=4),
        Page("popular", Request("/explore/popular/"), most_x=10, most_statements=4),
        Page("featured", Request("/explore/featured/"), most_statements=4),
        Page("languages", Request("/explore/languages/"), most_statements=4),
        Page("rare language", Request(f"/explore/languages/{RARE}"), most_statements=4),
        Page("explore, 304", Request("/explore/", 304, same), most_statements=4),
        Page("post", Request(places.post), most_x=10),
        Page("tag", Request(f"/tags/{WORDS[0]}"), most_x=10, most_statements=4),
        Page("tags", Request("/tags/"), most_x=10, most_statements=4),
        Page("tags, A–Z", Request("/tags/?by=name"), most_x=10, most_statements=4),
        Page("archive", Request("/archive/"), most_x=10, most_statements=4),
        Page("archive, a month", Request(_A_MONTH), most_x=10, most_statements=4),
        Page("their archive", Request(f"{places.person}/archive/"), most_statements=4),
        Page("profile", Request(places.person), most_x=10, most_statements=4),
        Page("thread of 5,000", Request(places.thread), most_statements=5),
        Page("who liked", Request(f"{places.thread}/likes"), most_statements=4),
        Page("stylesheet", Request(stylesheet), most_statements=0),
        Page("robots.txt", Request("/robots.txt"), most_statements=0),
        Page("sitemap", Request("/sitemap.xml"), most_statements=5),
        Page("sitemap, part", Request("/sitemaps/posts/1.xml"), most_statements=1),
        Page("404", Request("/no/such/page", 404), most_statements=0),
        *_feeds(places),
        *_searches(most_statements=4),
    )
    drawn = [_with(page, _DRAWN) for page in pages]
    return drawn + _kept(places, same)


def _kept(places: Places, same: Headers) -> list[Page]:
    """What most visitors are served: pages that are known (app/web/page_cache.py)."""
    return [
        Page("home, kept", Request("/"), most_x=2, most_statements=0),
        Page("explore, kept", Request("/explore/"), most_x=2, most_statements=0),
        Page("explore, kept, 304", Request("/explore/", 304, same), most_x=2),
        Page("post, kept", Request(places.post), most_x=2, most_statements=0),
        Page("thread of 5,000, kept", Request(places.thread), most_x=2),
        Page("feed, Atom, kept", Request("/feed.atom"), most_x=3, most_statements=0),
        Page("feed, JSON, kept", Request("/feed.json"), most_x=3, most_statements=0),
        Page("feed, kept, 304", Request("/feed.atom", 304, _ANY), most_x=2),
    ]


def _searches(most_statements: int) -> tuple[Page, ...]:
    """All posts have the common word; one of them the number of the rare question."""
    asked = {
        "common word": "harbour",
        "rare words": "part+1234",
        "two words": "harbour+notebook",
        "operators": "tide+from:person_3+after:2025-06",
        "long ago": "harbour+before:2025-02",
    }
    return tuple(
        Page(
            f"search, {name}",
            Request(f"/search?q={typed}"),
            most_statements=most_statements,
        )
        for name, typed in asked.items()
    )


def _feeds(places: Places) -> tuple[Page, ...]:
    """What feed readers ask for, most of whom have it already."""
    person, tag = f"{places.person}/feed.atom", f"/tags/{WORDS[0]}/feed.atom"
    talk = f"{places.thread}/comments.atom"
    return (
        Page("feed, Atom", Request("/feed.atom"), most_statements=1),
        Page("feed, RSS", Request("/feed.rss"), most_statements=1),
        Page("feed, JSON", Request("/feed.json"), most_statements=1),
        Page("feed, 304", Request("/feed.atom", 304, _ANY), most_statements=1),
        Page("feed of a person", Request(person), most_statements=2),
        Page("feed of a tag", Request(tag), most_statements=2),
        Page("feed of a tag, 304", Request(tag, 304, _ANY), most_statements=2),
        Page("feed of 5,000 comments", Request(talk), most_statements=2),
    )


def _by_a_member(places: Places, session: Headers) -> list[Page]:
    pages = (
        Page("home", Request("/"), most_x=15, most_statements=6),
        Page("explore", Request("/explore/"), most_x=10, most_statements=6),
        Page("post", Request(places.post), most_x=10),
        Page("tag", Request(f"/tags/{WORDS[0]}"), most_x=10, most_statements=6),
        Page("archive, a month", Request(_A_MONTH), most_x=10, most_statements=6),
        Page("profile", Request(places.person), most_x=10, most_statements=6),
        Page("thread of 5,000", Request(places.thread)),
        Page("who liked", Request(f"{places.thread}/likes"), most_statements=6),
        Page("notifications", Request("/notifications/"), most_statements=6),
        *_searches(most_statements=6),
    )
    return [_signed_in(page, session) for page in pages]


def _homes(sessions: Mapping[str, Headers]) -> list[Page]:
    """The homes of readers who follow few and many, who write much or little."""
    return [
        _signed_in(
            Page(f"home, {many:,} {kind}", Request("/"), most_statements=6),
            sessions[handle],
        )
        for handle, (kind, many) in READERS.items()
    ]


def _signed_in(page: Page, session: Headers) -> Page:
    return _with(replace(page, name=f"{page.name}, signed in"), session)


def _with(page: Page, headers: Headers) -> Page:
    asked = {**page.request.headers, **headers}
    return replace(page, request=replace(page.request, headers=asked))


def _thread(connection: Connection) -> str:
    """The post with the most comments."""
    post = select(User.handle, Post.slug).join(User, User.id == Post.author_id)
    most = post.order_by(Post.comment_count.desc()).limit(1)
    handle, slug = connection.execute(most).one()
    return f"/@{handle}/{slug}"
