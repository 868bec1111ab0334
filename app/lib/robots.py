"""What crawlers are asked to leave alone, in the words that they understand (RFC 9309).

>>> print(robots_txt(["/settings"], ["GPTBot"], "https://a.example/sitemap.xml"))
User-agent: *
Disallow: /settings
<BLANKLINE>
User-agent: GPTBot
Disallow: /
<BLANKLINE>
Sitemap: https://a.example/sitemap.xml
<BLANKLINE>
"""

from collections.abc import Iterable

#: For a site that is for nobody but its members.
NOTHING = "User-agent: *\nDisallow: /\n"


def robots_txt(private: Iterable[str], unwelcome: Iterable[str], sitemap: str) -> str:
    """The file that says so.

    :param private: how the paths begin that nobody is to read.
    :param unwelcome: the names of those who are to read nothing.
    :param sitemap: the whole address of what everybody may read.
    """
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in private), ""]
    if named := [f"User-agent: {name}" for name in unwelcome]:
        lines += [*named, "Disallow: /", ""]
    return "\n".join([*lines, f"Sitemap: {sitemap}", ""])
