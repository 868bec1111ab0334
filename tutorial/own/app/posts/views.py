#: 6-6
from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from app.extensions import db
from app.models import Post
from app.posts.forms import PostForm

bp = Blueprint("posts", __name__)


@bp.get("/posts/<int:key>")
def show(key):
    """Show one post."""
    return render_template("posts/show.html", post=db.get_or_404(Post, key))


@bp.get("/posts/new")
def new():
    """Give the writer an empty sheet."""
    return render_template("posts/edit.html", form=PostForm())


@bp.post("/posts")
def create():
    """Publish a new text."""
    form = PostForm()
    if not form.validate():
        return render_template("posts/edit.html", form=form), 422
    post = Post(title=form.title.data, body=form.body.data)
    db.session.add(post)
    db.session.commit()
    flash(_("It’s out. Anybody can read it now."), "success")
    return redirect(url_for("posts.show", key=post.id), 303)


@bp.get("/posts/<int:key>/edit")
def edit(key):
    """Give the writer their text back."""
    post = db.get_or_404(Post, key)
    return render_template("posts/edit.html", form=PostForm(obj=post), post=post)


@bp.post("/posts/<int:key>")
def update(key):
    """Change a post."""
    post = db.get_or_404(Post, key)
    form = PostForm()
    if not form.validate():
        return render_template("posts/edit.html", form=form, post=post), 422
    post.revise(title=form.title.data, body=form.body.data)
    db.session.commit()
    flash(_("The new text is out."), "success")
    return redirect(url_for("posts.show", key=post.id), 303)


@bp.post("/posts/<int:key>/delete")
def destroy(key):
    """Take a post away for good."""
    post = db.get_or_404(Post, key)
    db.session.delete(post)
    db.session.commit()
    flash(_("The text is gone."), "success")
    return redirect(url_for("explore.index"), 303)
#:
#: 7
from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_login import current_user  #: 9

from app.extensions import db
from app.lib.markdown import render  #: 12
from app.models import Post  #: 7-8
from app.posts.forms import PostForm
from app.web import find
from app.web.access import public  #: 8
from app.web.publishing import publish  #: 20
from app.web.races import won  #: 9-19
from app.web.threads import thread_below  #: 14

bp = Blueprint("posts", __name__)


#: 7-8
@bp.get("/posts/<int:key>")
@public  #: 8
def show(key):
    """Show one post."""
    return render_template("posts/show.html", post=find.post(key))
#:
#: 9
@bp.get("/@<handle:handle>/<slug:slug>")
@public
def show(handle, slug):
    """Show one post."""
    return render_template("posts/show.html", post=find.post(handle, slug))  #: 9-13
#: 14
    post = find.post(handle, slug)
    return render_template("posts/show.html", post=post, thread=thread_below(post))
#:
#:


@bp.get("/posts")  #: 12
@bp.get("/posts/new")
def new():
    """Give the writer an empty sheet."""  #: 7-11
    """Give the writer an empty sheet; also at the address of one that was sent."""  #: 12
    return _sheet(PostForm())


@bp.post("/posts")
def create():
    """Publish a new text."""  #: 7-11
    """Keep a new text as a draft, or publish it."""  #: 12
    form = PostForm()
    if not form.validate():
        return _sheet(form), 422
#: 12
    if form.wants_preview:
        return _sheet(form, preview=render(form.body.data))
    return _keep(current_user.write(**form.words), form)
#:
#: 7-8
    post = Post()
    post.revise(**form.words)
    db.session.add(post)
#:
#: 9-11
    post = current_user.write(**form.words)
    if not won():
        # The same title twice at once: the other one has the address by now.
        post = current_user.write(**form.words)
#:
#: 7-11
    db.session.commit()
    flash(_("It’s out. Anybody can read it now."), "success")
    return redirect(post.path, 303)
#:


#: 7-8
@bp.get("/posts/<int:key>/edit")
#:
#: 12
@bp.get("/posts/<id:key>")
#:
#: 9
@bp.get("/posts/<id:key>/edit")
#:
def edit(key):
    """Give the writer their text back."""
#: 7-8
    post = find.post(key)
#:
#: 9
    post = find.own_post(key)
#:
    return _sheet(PostForm(obj=post), post)


#: 7-8
@bp.post("/posts/<int:key>")
#:
#: 9
@bp.post("/posts/<id:key>")
#:
def update(key):
    """Change a post."""  #: 7-11
    """Change a post; over a newer text than the writer saw, show both instead."""  #: 12
#: 7-8
    post, form = find.post(key), PostForm()
#:
#: 9
    post, form = find.own_post(key), PostForm()
#:
    if not form.validate():
        return _sheet(form, post), 422
#: 12
    if form.wants_preview:
        return _sheet(form, post, preview=render(form.body.data))
    if form.is_older_than(post):
        return _both_texts(form, post)
    post.revise(**form.words)
    return _keep(post, form)
#:
#: 7-11
    post.revise(**form.words)
    db.session.commit()
    flash(_("The new text is out."), "success")
    return redirect(post.path, 303)
#:


#: 7-8
@bp.post("/posts/<int:key>/delete")
#:
#: 9
@bp.post("/posts/<id:key>/delete")
#:
def destroy(key):
    """Take a post away for good."""
#: 7-8
    db.session.delete(find.post(key))
#:
#: 9
    db.session.delete(find.own_post(key))
#:
    db.session.commit()
    flash(_("The text is gone."), "success")
    return redirect(url_for("explore.index"), 303)


#: 12
def _keep(post, form):
#: 20
    if form.publishes:
        post = publish(post)
#:
#: 12-19
    if form.publishes:
        # What was typed is kept already, whoever takes the address meanwhile.
        db.session.commit()
        post.publish()
        if not won():
            post = find.own_post(post.id)
            post.publish()
#:
    db.session.commit()
    if not post.is_published:
        flash(_("Saved as a draft. Only you can see it."), "success")
        return redirect(url_for("posts.edit", key=post.id), 303)
    out, again = _("It’s out. Anybody can read it now."), _("The new text is out.")
    flash(out if form.publishes else again, "success")
    return redirect(post.path, 303)


def _both_texts(form, post):
    """The writer's text stays in the form, the newer one stands beside it."""
    form.lay_over(post)
    return _sheet(form, post, newer=post), 409


def _sheet(form, post=None, **more):
    return render_template("posts/edit.html", form=form, post=post, **more)
#:
#: 7-11
def _sheet(form, post=None):
    return render_template("posts/edit.html", form=form, post=post)
#:
#:
