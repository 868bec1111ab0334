"""A site with something of everything, and where each of its pages is."""

from datetime import timedelta

from sqlalchemy import select

from app.extensions import db
from app.models import Application, Passkey, Picture, Share
from app.models.columns import now
from app.models.webhook import EVENTS
from app.web import webhooks
from tests.fixtures.cast import join
from tests.fixtures.joining import ask_to_join
from tests.fixtures.pages import put_up
from tests.fixtures.writing import publish
from tests.support.factors import give_passkey
from tests.support.links import PATHS, link_for
from tests.support.oauth import BACK, asking
from tests.support.talks import write

#: A text with everything that Markdown makes of one.
TEXT = """
*Stress*, `code`, a [link](https://example.org/?a=1&b=2), @bob, #tides and more.[^1]

## A part

- one
- [ ] two

| a | b |
|--|--:|
| 1 | 2 |

### A smaller one

> A quote.

```python
print("<hello>")
```

$$x^2$$

![A heron]({picture})

## Another

Term
: What it means.

[^1]: A footnote, with `code`.
"""
#: What stands below the address of a post.
BELOW_A_POST = ("history", "history/1", "likes", "reposts", "repost")


def fill(ann, bob, cleo, picture: Picture) -> list[str]:
    """Let everybody do something; the addresses that nobody could guess."""
    text = TEXT.format(picture=picture.path())
    essay = publish(ann, "The tide tables & <b>more</b>", text, "On waiting.")
    ann.feature(essay)
    note = publish(bob, body="A raisin. #tides\n\n> Said @ann.[^1]\n\n[^1]: So.")
    near = publish(ann, "For my followers", "Near.", to="followers")
    series = ann.series_called("The tide letters")
    for part in (essay, publish(ann, "Second letter", text)):
        series.append(part)
    essay.wear(picture, caption="Where it stands")
    essay.shows_history, essay.language = True, "de"
    essay.revise(**essay.words | {"body": text + "\n\nA new line."})
    near.show_by_link()
    db.session.flush()
    token = db.session.scalar(select(Share.token))
    _follow_and_like([ann, bob, cleo], [essay, note])
    paths = [essay.path, note.path, near.path, f"/shared/{token}"]
    paths += [f"{essay.path}/{end}" for end in BELOW_A_POST]
    paths += [f"/tags/tides{end}" for end in ("", "/name", "/merge/soon")]
    paths += ["/search?q=tide", f"{note.path}/repost", "/@bob/reposts"]
    paths += [f"/series/{series.id}/edit", f"/@ann/series/{series.slug}"]
    ends = ("edit", "revisions/", "revisions/1")
    paths += [f"/posts/{essay.id}/{end}" for end in ends]
    paths += _answer(ann, bob, cleo, essay) + _keep_apart(ann, bob, cleo, note)
    paths += _keep_drafts(ann, bob)
    paths += _put_up_pages(ann, text) + _feeds(bob, essay, series)
    paths += [f"/media/{picture.name}{end}" for end in ("", "/edit", "/part/")]
    paths += _let_programs_in(ann, bob)
    paths += [link_for(bob, purpose, "bob@example.net") for purpose in PATHS]
    return paths


def _follow_and_like(people, posts) -> None:
    ann, bob, cleo = people
    essay, note = posts
    for person, other in ((bob, ann), (cleo, ann), (ann, bob), (cleo, bob)):
        person.follow(other)
    db.session.flush()
    for person in people:
        for post in posts:
            person.save(post)
            person.like(post)
    bob.repost(essay)
    ann.repost(note)
    cleo.repost(note, "Look at **this**.")
    ann.pin(essay)


def _answer(ann, bob, cleo, essay) -> list[str]:
    """Speak below the essay, and in private."""
    said = bob.comment_on(essay, "A *good* one, @ann.[^1]\n\n[^1]: Really.")
    db.session.flush()
    answer = ann.comment_on(essay, "Thank you.", said)
    cleo.comment_on(essay, "Me too.", said)
    hidden, gone = (cleo.comment_on(essay, words) for words in ("Rude.", "Gone."))
    db.session.flush()
    hidden.hide(ann, "Rude.")
    gone.take_back()
    ann.like_comment(said)
    talk = write(bob, [ann, cleo]).conversation_id
    write(ann, [bob], "Yes.")
    at = f"{essay.path}/comments"
    paths = [at, f"{at}/new?to={said.id}", f"{at}/{said.id}", f"{at}/{said.id}/hide"]
    paths += [f"{at}/{one.id}/edit" for one in (said, answer)]
    paths += [f"/messages/{talk}", f"/messages/{talk}/newer"]
    return [*paths, f"/reports/comment/{said.id}"]


def _keep_apart(ann, bob, cleo, note) -> list[str]:
    """Block, mute, lock, ask, report and decide."""
    others = [join(f"other{number}", f"Other {number}") for number in range(5)]
    for person in (ann, bob):
        person.block(others[0])
        person.mute(others[1], until=now() + timedelta(days=1))
        person.mute_word("bells")
        person.invite(places=1, days=7, note="for Fay")
        person.lock()
        others[2].follow(person)
        give_passkey(person)
    others[3].lock()
    bob.follow(others[3])
    report = bob.report(others[4], "spam", "He sells bells.")
    db.session.flush()
    ann.judge(others[4], "warn", note="Rude.", message="Please don’t.")
    ask_to_join("fay", "Fay Ibarra")
    db.session.commit()
    keys = db.session.scalars(select(Passkey.id))
    paths = [f"/settings/passkeys/{key}/edit" for key in keys]
    paths += ["/moderation/people/other4", "/@other4/block", "/@other4/mute"]
    paths += [f"/moderation/{report.matter_id}", f"/reports/{report.id}"]
    return [*paths, "/@other0", "/@other3", f"/reports/post/{note.id}"]


def _put_up_pages(ann, text: str) -> list[str]:
    """What the site says of itself, published or not, and thrown away."""
    about = put_up(ann, "About <b>us</b>", text, slug="about")
    about.revise(**about.words | {"body": "Other words."})
    about.put_aside({"title": ["About"], "body": ["Not yet."]}, over=about.version)
    put_up(ann, "Terms", slug="terms", linked=False)
    put_up(ann, "Thrown away").throw_away()
    draft = put_up(ann, "A draft", out=False)
    db.session.commit()
    paths = [f"/pages/{about.id}/revisions/{number}" for number in ("", 1, 2)]
    paths += [f"/pages/{page.id}/edit" for page in (about, draft)]
    return [*paths, about.path, "/about", "/pages/new?from=privacy"]


def _keep_drafts(*people) -> list[str]:
    """What is not published, or no longer; a letter that came to somebody."""
    paths = []
    for person in people:
        draft, later, thrown = (
            person.write(title=title, summary="", body="Not yet. #soon")
            for title in ("A draft", "Tomorrow", "Thrown away")
        )
        db.session.flush()
        later.publish(now() + timedelta(days=1))
        thrown.throw_away()
        db.session.flush()
        paths += [f"/posts/{draft.id}/edit", f"/posts/{later.id}/edit"]
    db.session.commit()
    return paths


def _let_programs_in(*people) -> list[str]:
    """What somebody has made for programs, and what one of them asks for."""
    paths = []
    for person in people:
        quill = Application.register(
            person, "Quill <b>", "https://quill.example", [BACK]
        )
        hook, _ = webhooks.add(person, "https://quill.example/in", EVENTS)
        db.session.flush()
        told = webhooks.test(hook)
        db.session.flush()
        paths += [f"/settings/applications/{quill.id}", f"/settings/webhooks/{hook.id}"]
        paths += [f"/settings/webhooks/{hook.id}/edit", asking(quill)]
        paths += [f"/settings/webhooks/deliveries/{told.id}"]
    db.session.commit()
    return paths


def _feeds(person, post, series) -> list[str]:
    """What feed readers ask for, and where ``person`` is told of what is new."""
    token = person.begin_feed()
    db.session.commit()
    return [
        "/tags/tides/feed.atom",
        "/search/feed.atom?q=tide",
        f"/@ann/series/{series.slug}/feed.atom",
        f"{post.path}/comments.atom",
        f"/notifications/feed/{token}.atom",
    ]
