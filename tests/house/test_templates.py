"""Rules of templates: reached, safe, and in every reader's language."""

import re

import pytest

from tests.support.source import APP, name_of, python_files, templates

FILES = templates()
# Letters bring their style along, and are shown by post("name", …).
LETTERS = {"layouts/mail.html", "ui/mail_html.html"}
POSTED = re.compile(r"""\b(?:post|tell)\(\s*["'](?P<name>\w+)["']""")
REFERENCE = re.compile(r"""["'](?P<name>[\w/]+\.html)["']""")


def test_every_template_is_reached():
    sources = [*FILES, *python_files()]
    named = {
        m["name"] for path in sources for m in REFERENCE.finditer(path.read_text())
    } | LETTERS
    named |= {
        f"mail/{m['name']}.html"
        for path in python_files()
        for m in POSTED.finditer(path.read_text())
    }
    unused = [p for p in FILES if str(p.relative_to(APP / "templates")) not in named]
    assert not unused, f"nobody shows {[name_of(path) for path in unused]}"


def test_every_named_template_exists():
    there = {str(path.relative_to(APP / "templates")) for path in FILES}
    named = {m["name"] for path in FILES for m in REFERENCE.finditer(path.read_text())}
    assert named <= there


PAGES = [p for p in FILES if str(p.relative_to(APP / "templates")) not in LETTERS]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_no_inline_script_style_or_handler(path):
    found = re.findall(
        r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=", path.read_text()
    )
    assert not found, f"{name_of(path)}: the content security policy forbids {found}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_form_that_posts_carries_a_token(path):
    text = path.read_text()
    forms = re.findall(r'<form[^>]*method="post".*?</form>', text, re.DOTALL)
    bare = [form[:80] for form in forms if "csrf_field()" not in form]
    assert not bare, f"{name_of(path)}: {bare} lacks {{{{ csrf_field() }}}}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_rendered_markdown_is_trusted(path):
    trusted = set(re.findall(r"([\w.'\" =/?:>-]+)\|safe", path.read_text()))
    known = {
        "post.body_html",
        "post.teaser_html",
        "page.body_html",
        "message.body_html",
        "person.bio_html",
        "comment.body_html",
        "form.answered.body_html",
        "preview.html",
        "repost.remark_html",
        "whole.html",
    }
    strange = {
        words
        for words in trusted
        if words.strip() not in known and "class=" not in words
    }
    assert not strange, f"{name_of(path)} trusts {strange}"
