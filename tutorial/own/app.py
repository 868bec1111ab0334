"""Inklings, a place to write: the whole of it in one file."""

import os  #: 3
import secrets  #: 3
from dataclasses import dataclass  #: 2-3
#: 2
from datetime import UTC, datetime

#:
import click  #: 4
from flask import Flask, abort, request  #: 1-1
from flask import Flask, abort, render_template  #: 2-2
from flask import Flask, abort, flash, redirect, render_template, url_for  #: 3-3
from flask import Flask, flash, redirect, render_template, request, url_for  #: 4
from flask_sqlalchemy import SQLAlchemy  #: 4
from flask_wtf import CSRFProtect, FlaskForm  #: 3
from flask_wtf.csrf import CSRFError  #: 5
from markupsafe import escape  #: 1-1
from sqlalchemy import DateTime, String, Text, TypeDecorator, select  #: 4
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column  #: 4
from wtforms import StringField, TextAreaField  #: 3
from wtforms.validators import DataRequired, Length  #: 3

#: 2
WORDS_A_MINUTE = 230
#:
#: 4
PAGE = 20
#:
#: 3
TITLE_LONGEST, BODY_LONGEST = 200, 20_000
#:
#: 2

#:
app = Flask(__name__)
#: 3
app.config.from_mapping(
    # Whoever knows this key can sign cookies. Made up anew where none is given.
    SECRET_KEY=os.environ.get("SECRET_KEY") or secrets.token_hex(),
    SESSION_COOKIE_SAMESITE="Lax",
    #: 4
    # A file without a folder lies in instance/.
    SQLALCHEMY_DATABASE_URI=os.environ.get("DATABASE_URL", "sqlite:///inklings.db"),
    #:
)
#:
#: 4


class Base(DeclarativeBase):
    """What all tables share."""


db = SQLAlchemy(app, model_class=Base)
#:
#: 3
csrf = CSRFProtect(app)
#:

#: 1-1
POSTS = {
    1: "Rain since four. I have moved my chair to the window.",
    2: "Hardest to draw: the space <between> two trees.",
}
#:
#: 2-3

@dataclass
class Post:
    """What somebody wrote: an article or, without a title, a note."""

    id: int
    title: str
    body: str
    created_at: datetime


POSTS = {
    1: Post(
        id=1,
        title="A window in the rain",
        body="Rain since four. I have moved my chair to the window.\n\n"
        "Across the street somebody else has done the same. We do not wave. "
        "We are two readers of one page.",
        created_at=datetime(2026, 11, 18, 16, 30, tzinfo=UTC),
    ),
    2: Post(
        id=2,
        title="",
        body="Hardest to draw: the space <between> two trees.",
        created_at=datetime(2026, 11, 20, 8, 10, tzinfo=UTC),
    ),
}
#:
#: 4

def now():
    """The present moment, aware of its time zone: UTC."""
    return datetime.now(UTC)


class UTCDateTime(TypeDecorator):
    """A moment in UTC, aware of it even where the database forgets time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value and value.astimezone(UTC)

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=UTC)


class Post(db.Model):
    """What somebody wrote: an article or, without a title, a note."""

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(TITLE_LONGEST), default="")
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UTCDateTime, default=now)
    edited_at: Mapped[datetime | None] = mapped_column(UTCDateTime)

    def revise(self, *, title, body):
        """Give the post another text; nothing happens where it is the same text."""
        if (title, body) == (self.title, self.body):
            return
        self.title, self.body = title, body
        self.edited_at = now()
#:
#: 3


def tidied(text):
    """What was typed, without the spaces around it; nothing is an empty text."""
    return (text or "").strip()


class PostForm(FlaskForm):
    """The sheet of paper that every post is written on."""

    title = StringField("Title", [Length(max=TITLE_LONGEST)], filters=[tidied])
    body = TextAreaField(
        "Your text",
        [
            DataRequired("Write something first. A word is enough."),
            Length(max=BODY_LONGEST),
        ],
        filters=[tidied],
    )
#:
#: 2


@app.template_filter()
def minutes(text):
    """How long it takes to read, as in “3 min read”; at least one minute."""
    return f"{max(1, round(len(text.split()) / WORDS_A_MINUTE))} min read"


@app.template_filter()
def day(moment):
    """A full date, as in “20 November 2026”."""
    return f"{moment.day} {moment:%B %Y}"
#:
#: 4


@app.template_filter()
def ago(moment):
    """How long ago, as in “12 min”, “5 h” or, after a day, the date."""
    passed = int((now() - moment).total_seconds() // 60)
    if passed < 60:
        return f"{max(1, passed)} min"
    if passed < 24 * 60:
        return f"{passed // 60} h"
    return day(moment)


@app.cli.command("init-db")
def init_db():
    """Make the tables that are not there yet."""
    db.create_all()
    click.echo("The database is ready.")
#:


@app.get("/")
def index():
    #: 1-1
    """Greet the reader by name, if they gave one, and list what there is."""
    name = request.args.get("name", "reader")
    items = "".join(f'<li><a href="/posts/{key}">Post {key}</a></li>' for key in POSTS)
    return f"<h1>Good evening, {escape(name)}</h1><ol>{items}</ol>"
    #:
    #: 2
    """List what was written, the newest first."""
    #:
    #: 2-3
    posts = sorted(POSTS.values(), key=lambda post: post.id, reverse=True)
    return render_template("index.html", posts=posts)
    #:
    #: 4
    before = request.args.get("before", type=int)
    query = select(Post).order_by(Post.id.desc()).limit(PAGE + 1)
    if before is not None:
        query = query.where(Post.id < before)
    posts = db.session.scalars(query).all()
    #:
    #: 4-4
    older = posts[PAGE].id if len(posts) > PAGE else None
    #:
    #: 5
    older = posts[PAGE - 1].id if len(posts) > PAGE else None
    #:
    #: 4
    return render_template(
        "index.html", posts=posts[:PAGE], older=older, is_first=before is None
    )
    #:


@app.get("/posts/<int:key>")
def show(key):
    """Show one post."""
    #: 1-3
    if key not in POSTS:
        abort(404)
    #:
    #: 1-1
    return f"<p>{escape(POSTS[key])}</p>"
    #:
    #: 2-3
    return render_template("show.html", post=POSTS[key])
    #:
    #: 4
    return render_template("show.html", post=db.get_or_404(Post, key))
    #:
#: 3


@app.get("/posts/new")
def new():
    """Give the writer an empty sheet."""
    return render_template("edit.html", form=PostForm())


@app.post("/posts")
def create():
    """Publish a new text."""
    form = PostForm()
    if not form.validate():
        return render_template("edit.html", form=form), 422
    #: 3-3
    key = max(POSTS, default=0) + 1
    POSTS[key] = Post(
        id=key,
        title=form.title.data,
        body=form.body.data,
        created_at=datetime.now(UTC),
    )
    #:
    #: 4
    post = Post(title=form.title.data, body=form.body.data)
    db.session.add(post)
    db.session.commit()
    #:
    flash("It’s out. Anybody can read it now.", "success")
    return redirect(url_for("show", key=key), 303)  #: 3-3
    return redirect(url_for("show", key=post.id), 303)  #: 4
#:
#: 4


@app.get("/posts/<int:key>/edit")
def edit(key):
    """Give the writer their text back."""
    post = db.get_or_404(Post, key)
    return render_template("edit.html", form=PostForm(obj=post), post=post)


@app.post("/posts/<int:key>")
def update(key):
    """Change a post."""
    post = db.get_or_404(Post, key)
    form = PostForm()
    if not form.validate():
        return render_template("edit.html", form=form, post=post), 422
    post.revise(title=form.title.data, body=form.body.data)
    db.session.commit()
    flash("The new text is out.", "success")
    return redirect(url_for("show", key=post.id), 303)


@app.post("/posts/<int:key>/delete")
def destroy(key):
    """Take a post away for good."""
    post = db.get_or_404(Post, key)
    db.session.delete(post)
    db.session.commit()
    flash("The text is gone.", "success")
    return redirect(url_for("index"), 303)
#:


@app.get("/about")
def about():
    """Say what this place is."""
    #: 1-1
    words = "Inklings is a quiet place to think out loud.\n"
    return words, 200, {"Content-Type": "text/plain; charset=utf-8"}
    #:
    #: 2
    return render_template("about.html")
    #:
#: 5


@app.errorhandler(404)
def show_missing(error):
    """Say that there is no page, and where there is one."""
    words = "There’s no page here. It may have been taken back by its writer."
    return show_error(404, "Someone spilled something", words)


@app.errorhandler(CSRFError)
def show_old_form(error):
    """Say what to do about a form whose token is missing or too old."""
    words = (
        "This page was open for too long, or comes from elsewhere. Your text is "
        "still in the page before: go back, copy it, and load that page again."
    )
    return show_error(400, "That didn’t arrive in one piece", words)


def show_error(code, title, words):
    """What happened, then what to do."""
    page = render_template("error.html", code=code, title=title, words=words)
    return page, code
#:
