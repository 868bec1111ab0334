"""``flask seed``: the demo site, written into the database."""

from datetime import timedelta

import click
from flask import Blueprint
from sqlalchemy import func, select

from app.demo import content
from app.demo.conversations import discuss
from app.demo.house import put_up_pages
from app.demo.marks import leave_marks
from app.demo.past import date_news
from app.demo.talks import talk
from app.extensions import db
from app.lib.passwords import hash_password
from app.models import Account, Follow, Post, Site, Tag, User
from app.models.columns import now
from app.models.post_count import recount_posts
from app.models.tally import recount

bp = Blueprint("demo", __name__, cli_group=None)

PASSWORD = "seven quiet herons"


@bp.cli.command()
def seed():
    """Fill an empty site with people and posts; what is there already stays."""
    if db.session.scalar(select(func.count(User.id))) and not _is_demo():
        raise click.ClickException(
            "This site has people of its own. Seed an empty one: bin/run --demo"
        )
    _open_site()
    hashed = hash_password(PASSWORD)
    people = {person.handle: _settle(person, hashed) for person in content.people()}
    pieces = sorted(content.pieces(), key=lambda piece: -piece.days_ago)
    written = sum(_write(piece, people) for piece in pieces)
    _befriend(people)
    _choose(people)
    leave_marks(people)
    date_news()
    talk(people)
    put_up_pages(people["ann"])
    recount_posts(User)
    recount(Follow)
    db.session.commit()
    click.echo(f"{len(people)} people live here; {written} posts were added.")
    click.echo(f"Sign in as ann, bob, cleo, dan or eve. The password is: {PASSWORD}")


def _is_demo():
    return db.session.scalar(
        select(Post.id).where(Post.form_key.startswith("demo:")).limit(1)
    )


def _open_site():
    if db.session.get(Site, 1) is None:
        tagline = "A small harbour for people who write things down."
        db.session.add(Site(name="Inklings", tagline=tagline))


def _settle(person, hashed):
    known = db.session.scalar(User.known_as(person.handle))
    return known or _newcomer(person, hashed)


def _newcomer(person, hashed):
    email = f"{person.handle}@example.org"
    account = Account.open(person.handle, person.name, email, hashed, person.role)
    account.confirm()
    user = account.user
    user.describe(
        name=person.name, bio=person.bio, location=person.location, links=person.links
    )
    user.created_at = account.created_at = now() - timedelta(
        days=person.joined_days_ago
    )
    db.session.flush()
    return user


def _write(piece, people):
    author = people[piece.author]
    if db.session.scalar(author.written_in(piece.key)):
        return False
    post = author.write(
        title=piece.title, summary=piece.summary, body=piece.body, form_key=piece.key
    )
    post.tag_with(piece.tags)
    post.language = piece.language
    db.session.flush()
    post.publish()
    if piece.series:
        author.series_called(piece.series).append(post)
    if piece.pinned:
        author.pin(post)
    post.created_at = post.updated_at = post.published_at = piece.published_at(now())
    for said in piece.reports:
        people[said["by"]].report(post, said["reason"], said["words"])
    discuss(post, piece.comments, people)
    return True


def _befriend(people):
    db.session.flush()
    for person in content.people():
        for handle in person.follows:
            people[person.handle].follow(people[handle])


def _choose(people):
    """Lock who chooses their followers; then others ask them, and follow tags."""
    told = list(content.people())
    for person in told:
        if person.is_locked:
            people[person.handle].lock()
    db.session.flush()
    for person in told:
        me = people[person.handle]
        for handle in person.asks:
            me.follow(people[handle])
        for tag in db.session.scalars(select(Tag).where(Tag.name.in_(person.tags))):
            me.follow_tag(tag)
