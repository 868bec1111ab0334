"""Posts as programs write and find them."""

from app.lib.api_slugs import api_slug


def at(post):
    """Where a program finds ``post``."""
    return f"/posts/{api_slug(post.slug, post.id)}"


def write(program, **given):
    """Have a program write something."""
    return program.post("/posts", {"post": {"body": "At length.", **given}})


def change(program, path, headers=None, **given):
    """Have a program change what is at ``path``."""
    return program.put(path, {"post": given}, headers=headers)
