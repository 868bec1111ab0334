#!/usr/bin/env python3
"""Publish a folder of Markdown on an Inklings site. One file, nothing to install.

    export INKLINGS_SITE=https://ink.example.org
    export INKLINGS_TOKEN=ink_…          # made at /settings/tokens

    python inklings.py whoami
    python inklings.py publish essays/   # publishes what is new, updates what changed
    python inklings.py list
    python inklings.py delete the-tide-tables-100c

Each file is an article. What it says above its text is optional:

    ---
    title: The tide tables
    description: On waiting.
    tags: tides, waiting
    ---
    High water comes *twice*.

Without a title the first heading is one; without a description the first lines are.
Pictures of the same folder, as in ![A gauge](gauge.jpg), go along. What was published
is written down in .inklings.json beside the files: keep it, and the next run changes
the articles instead of publishing them again.
"""

import argparse
import hashlib
import json
import mimetypes
import os
import re
import sys
import uuid
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

KNOWN = ".inklings.json"
PICTURE = re.compile(
    r"(!\[[^\]]*\]\()([^)\s:]+\.(?:jpe?g|png|gif|webp|avif))(\))", re.I
)


class Failed(Exception):
    """The site said no; the message says why."""


class Site:
    """The API of a site, for whoever has a token."""

    def __init__(self, address, token):
        self.api, self.token = f"{address.rstrip('/')}/api", token

    def ask(self, method, path, body=None, kind="application/json", key=""):
        """Send a request, and return what was answered.

        :param key: names what is created: sent twice, it is created once.
        :raises Failed: with the words of the site.
        """
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Accept": "application/json",
        }
        if body is not None:
            headers["Content-Type"] = kind
        if key:
            headers["Idempotency-Key"] = key
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        request = Request(self.api + path, data, headers, method=method)
        try:
            with urlopen(request, timeout=30) as answer:
                return json.loads(answer.read() or b"null")
        except HTTPError as error:
            raise Failed(words_of(error)) from error
        except URLError as error:
            raise Failed(f"{self.api} can't be reached: {error.reason}") from error

    def bring(self, picture):
        """Bring a picture, and return the address by which a text shows it."""
        border = uuid.uuid4().hex
        kind = mimetypes.guess_type(picture.name)[0] or "application/octet-stream"
        said = f'form-data; name="file"; filename="{picture.name}"'
        head = f"--{border}\r\nContent-Disposition: {said}\r\nContent-Type: {kind}"
        tail = f"\r\n--{border}--\r\n"
        body = f"{head}\r\n\r\n".encode() + picture.read_bytes() + tail.encode()
        form = f"multipart/form-data; boundary={border}"
        key = hashlib.sha256(picture.read_bytes()).hexdigest()
        # Of pictures the site keeps, this address alone is shown as one in a text.
        return (
            "/media/" + self.ask("POST", "/media", body, form, key)["picture"]["name"]
        )


def words_of(error):
    """What is wrong, as the site says it: ``{"errors": {"title": ["…"]}}``."""
    try:
        errors = json.loads(error.read())["errors"]
    except (ValueError, KeyError):
        return f"{error.code} {error.reason}"
    return "; ".join(f"{thing} {why}" for thing, said in errors.items() for why in said)


def article_in(text, name):
    """What a file says, as the API wants it."""
    head, body = {}, text
    if found := re.match(r"---\n(.*?)\n---\n", text, re.DOTALL):
        body = text[found.end() :]
        lines = (line.partition(":") for line in found[1].splitlines())
        head = {key.strip().lower(): value.strip() for key, _, value in lines}
    title = head.get("title", "")
    if not title and (heading := re.match(r"\s*# (.+)\n", body)):
        title, body = heading[1].strip(), body[heading.end() :]
    plain = " ".join(re.sub(r"[#*_`>\[\]!]|\(\S+\)", "", body).split())
    tags = [tag.strip(" []'\"") for tag in head.get("tags", "").split(",")]
    return {
        "title": title or name,
        "description": head.get("description") or plain[:200] or name,
        "body": body.strip(),
        "tagList": [tag for tag in tags if tag],
    }


def publish(site, folder):
    """Publish what is new in ``folder``, and change what has changed."""
    paths = sorted(folder.glob("*.md"))
    if not paths:
        raise Failed(f"{folder} has no files that end with .md")
    known_file = folder / KNOWN
    known = json.loads(known_file.read_text()) if known_file.exists() else {}
    for path in paths:
        text = path.read_text(encoding="utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        before = known.setdefault(path.name, {"key": str(uuid.uuid4())})
        if before.get("digest") == digest:
            print(f"{path.name}: unchanged")
            continue
        # Before and after: whatever happens between, nothing is published twice.
        known_file.write_text(json.dumps(known, indent=2))
        try:
            slug = sent(site, path, text, before)
        except Failed as error:
            raise Failed(f"{path.name}: {error}") from error
        word = "changed" if "slug" in before else "published"
        before |= {"slug": slug, "digest": digest}
        known_file.write_text(json.dumps(known, indent=2))
        print(f"{path.name}: {word} as {slug}")


def sent(site, path, text, before):
    """Send the article in a file, new or changed, and return where it is."""
    article = article_in(text, path.stem)
    article["body"] = PICTURE.sub(
        lambda found: found[1] + shown(site, path.parent / found[2]) + found[3],
        article["body"],
    )
    if slug := before.get("slug"):
        answer = site.ask("PUT", f"/articles/{quote(slug)}", {"article": article})
    else:
        key = before["key"]
        answer = site.ask("POST", "/articles", {"article": article}, key=key)
    return answer["article"]["slug"]


def shown(site, picture):
    return site.bring(picture) if picture.is_file() else picture.name


def whoami(site):
    user = site.ask("GET", "/user")["user"]
    print(f"{user['username']} <{user['email']}>")


def listed(site):
    """List one's own articles, the newest first."""
    name = site.ask("GET", "/user")["user"]["username"]
    offset, count = 0, 1
    while offset < count:
        page = f"/articles?author={quote(name)}&limit=100&offset={offset}"
        answer = site.ask("GET", page)
        for article in answer["articles"]:
            print(f"{article['slug']}  {article['title']}")
        offset, count = offset + 100, answer["articlesCount"]


def delete(site, slug):
    site.ask("DELETE", f"/articles/{quote(slug)}")
    print(f"{slug} rests in the bin for 30 days.")


def main(words=None):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--site", default=os.environ.get("INKLINGS_SITE", ""))
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("whoami", help="say whose token it is")
    commands.add_parser("list", help="list your articles")
    commands.add_parser("publish", help="publish a folder").add_argument("folder")
    commands.add_parser("delete", help="put one into the bin").add_argument("slug")
    asked = parser.parse_args(words)
    token = os.environ.get("INKLINGS_TOKEN", "")
    if not (asked.site and token):
        parser.error("set INKLINGS_SITE and INKLINGS_TOKEN")
    site = Site(asked.site, token)
    try:
        if asked.command == "publish":
            publish(site, Path(asked.folder))
        elif asked.command == "delete":
            delete(site, asked.slug)
        else:
            {"whoami": whoami, "list": listed}[asked.command](site)
    except Failed as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
