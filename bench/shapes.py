"""Texts of one size and many kinds: how people write, and what hurts a renderer."""

from collections.abc import Callable

PROSE = """\
## The tide comes twice

Ink *on* paper, **slowly**, as [Ann](https://example.org/ann) said to @bob about #ink.
It rained; the `gauge` stood at 3.2 m, and nobody asked[^1] why the sluice was open.
There is a kind of waiting that has nothing to do with clocks, and the people who keep
the tables know it well: they look up, they write down a number, and they look up again.

By the time the boats come back the light has gone from the far bank, and what was read
off the board in the morning is only true for whoever read it. Nobody minds. *It is the
same water*, my father said, who was wrong about most things, but not about the river.

- High water at nine
- Low water at three
  - and again

> What the water takes it brings back.

| hour | metres |
|---:|:--|
| 9 | 3.2 |

"""
CODE = """\
```python
def tide(hour: int) -> float:
    return 3.2 * math.cos(hour / 6.2)  # metres
```

"""
FORMULAS = r"""
Let $x_i \in \mathbb{R}$ be the level, then

$$
\bar x = \frac{1}{n} \sum_{i=1}^{n} x_i^2 \sqrt{1 - \alpha}
$$

"""
# Each is repeated up to the size that is asked for.
PIECES = {
    "prose": PROSE,
    "one line of words": "the tide comes twice a day and nobody minds ",
    "listings": CODE,
    "formulas": FORMULAS,
    "Chinese": "潮水一天来两次，没有人介意。\n\n",
    "Arabic": "يأتي المد مرتين في اليوم ولا أحد يمانع.\n\n",
    "table rows": "| 1 | 2 | 3 | 4 |\n",
    "list items": "- a\n",
    "headings of one name": "# a\n\n",
    "links": "[a](/b) ",
    "pictures": "![a](/b.png)\n\n",
    "addresses": "https://example.org/a ",
    "bare addresses": "example.org ",
    "mail addresses": "a@b.org ",
    "people": "@ann ",
    "tags": "#ink ",
    "tags in one word": "#a",
    "footnotes of one name": "[^1] ",
    "footnotes in a line": "^[a]",
    "footnotes never closed": "^[a",
    "tasks": "- [ ] a\n",
    "brackets opened": "[",
    "brackets closed": "]",
    "brackets within brackets": "[a",
    "links never closed": "[a](",
    "links with angles": "[a](<b",
    "links with parentheses": "[a](((",
    "pictures within pictures": "![",
    "picture words": "![a][",
    "references": "[a][b] ",
    "definitions": "[a]: /b\n",
    "definitions half": "[a]:\n",
    "definition titles": "[a]: /b '\n",
    "emphasis": "*a* ",
    "emphasis opened": "*a ",
    "emphasis closed": "a* ",
    "emphasis both": "a*b",
    "emphasis mixed": "*a _b ",
    "emphasis strong": "**a *b ",
    "emphasis of threes": "***a** b* ",
    "stars": "*",
    "underlines": "_a",
    "tildes": "~~a",
    "tilde run": "~",
    "backticks": "`",
    "backticks growing": "`a``b```c````d",
    "backtick pairs": "`a``",
    "quotes": ">",
    "quotes with spaces": "> ",
    "lists within": "- ",
    "numbers within": "1. ",
    "angles": "<",
    "tags opened": "<b>",
    "tags with attributes": "<b a=1 ",
    "tag quotes": '<a b="',
    "ends": "</a>",
    "comments": "<!--",
    "comments ended": "<!-- -->",
    "instructions": "<?",
    "declarations": "<!A",
    "marked text": "<![CDATA[",
    "addresses in angles": "<https://a",
    "entities": "&amp;",
    "entities opened": "&",
    "entities numbered": "&#x41;",
    "entities long": "&a",
    "backslashes": "\\",
    "backslashes before dollars": "\\$",
    "dollars": "$",
    "dollars with letters": "$a",
    "dollars closed": "$a$ ",
    "dollars doubled": "$$a",
    "dollar lines": "$$a\n",
    "dollar blocks": "$$\na\n$$\n",
    "pipes": "|",
    "pipe cells": "|a",
    "table heads": "|a\n|-\n",
    "empty lines": "\n",
    "spaces": " ",
    "tabs": "\t",
    "spaces at ends": "a  \n",
    "lines": "a\n",
    "indented": "    a\n\n",
    "fences": "```\n",
    "fences of other lengths": "~~~a\n",
    "rules": "---\n",
    "underlined": "a\n-\n",
    "sharps": "#",
    "sharp lines": "######\n",
    "colons": "a:",
    "schemes": "http://",
    "addresses half": "www.",
    "slashes": "//a",
    "ats": "a@",
    "dots": "a.",
    "at ends": "@a.b",
    "null bytes": "\x00",
    "turned text": "\u202e",
    "marks on one letter": "\u0301",
    "emoji": "👩‍👩‍👧",
    "bold without an end": "<b title=1><p>",
    "divisions": "<div>",
    "divisions apart": "<div>\n\n",
    "tables within": "<table><td>",
    "lists in HTML": "<ul><li>",
    "formulas in HTML": "<math><mtext>",
    "links within links": "<a href=/a>",
    "details": "<details>\n\n",
    "definition in quotes": "> [a]: b\n",
}


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _listings(language: str, piece: str) -> Callable[[int], str]:
    """Listings of the greatest length that has colours, one after another."""
    listing = f"````{language}\n{piece * (4_990 // len(piece))}\n````\n\n"
    return _repeated(listing)


# What is no piece again and again.
BUILT: dict[str, Callable[[int], str]] = {
    "brackets nested": lambda size: "[" * (size // 2) + "]" * (size // 2),
    "links nested": lambda size: "[" * (size // 5) + "a" + "](/b)" * (size // 6),
    "pictures nested": lambda size: "![" * (size // 7) + "a" + "](/b)" * (size // 7),
    "emphasis nested": lambda size: "*a " * (size // 6) + "b*" * (size // 4),
    "strong nested": lambda size: "**a " * (size // 8) + "b**" * (size // 6),
    "stars around": lambda size: "*" * (size // 2) + "a" + "*" * (size // 2),
    "stairs of lists": lambda size: "".join(
        f"{'  ' * level}- a\n" for level in range(int(size**0.5))
    ),
    "stairs of quotes": lambda size: "".join(
        f"{'> ' * level}a\n\n" for level in range(int(size**0.5))
    ),
    "backticks of all lengths": lambda size: "".join(
        f"a{'`' * length}" for length in range(int((2 * size) ** 0.5))
    ),
    "backticks before a line": lambda size: "`" * (size // 2) + "a\n" * (size // 4),
    "tags around": lambda size: "<b>" * (size // 7) + "</b>" * (size // 7),
    "wide table": lambda size: (
        f"{'|a' * (size // 8)}\n{'|-' * (size // 8)}\n"
        + f"{'|b' * (size // 8)}\n|c\n" * 2
    ),
    "long table of a wide head": lambda size: (
        f"{'|a' * 300}\n{'|-' * 300}\n" + "|b\n" * ((size - 1200) // 3)
    ),
    "a definition and its uses": lambda size: "[a]: /b\n\n" + "[a]" * (size // 3),
    "definitions and uses": lambda size: "".join(
        f"[a{number}]: /b\n\n[a{number}] " for number in range(size // 20)
    ),
    "a long definition and its uses": lambda size: (
        f"[a]: /{'b' * (size // 2)}\n\n" + "[a]" * (size // 6)
    ),
    "a footnote and its uses": lambda size: "[^1]: a\n\n" + "[^1]" * (size // 4),
    "footnotes and uses": lambda size: "".join(
        f"[^{number}]\n\n[^{number}]: b\n\n" for number in range(size // 20)
    ),
    "footnotes in footnotes": lambda size: "^[" * (size // 3) + "]" * (size // 3),
    "different headings": lambda size: "".join(
        f"# a{number}\n\n" for number in range(size // 8)
    ),
    "different people": lambda size: "".join(
        f"@ann{number} " for number in range(size // 9)
    ),
    "different tags": lambda size: "".join(
        f"#tag{number} " for number in range(size // 9)
    ),
    "one long word": lambda size: "a" * size,
    "one long tag": lambda size: "#" + "a" * size,
    "one long address": lambda size: "https://example.org/" + "a" * size,
    "one long heading": lambda size: "# " + "ab " * (size // 3),
    "one long formula": lambda size: "$" + "x" * size + "$",
    "one deep formula": lambda size: "$" + "{" * (size // 2) + "}" * (size // 2) + "$",
    "one long entity": lambda size: "&#" + "1" * size + ";",
    "one long attribute": lambda size: "<b title='" + "a" * size + "'>",
    "one long comment": lambda size: "<!-- " + "-" * size,
    "one long listing": lambda size: "```python\n" + "(<'" * (size // 3) + "\n```",
    "listings of lines, Ruby": _listings("ruby", "\n\t%"),
    "listings of comments, Go": _listings("go", "~/*"),
    "listings of escapes, R": _listings("r", '\\"a'),
    "listings of ends, C": _listings("c", "<<A\n"),
    "open parentheses": lambda size: "[a](" + "(" * size,
    "open angle": lambda size: "[a](<" + "a" * size,
    "open title": lambda size: '[a](b "' + "a" * size,
    "open label": lambda size: "[a][" + "\\" * size,
    "many open titles": lambda size: '[a](b "c' * (size // 8),
    "spaces in a line": lambda size: "a" + " " * size + "b",
    "spaces in a link": lambda size: "[a](" + " " * size + "b",
    "spaces before a mark": lambda size: "# a " + " #" * (size // 2) + "b",
    "unlike brackets": lambda size: "![[]()" * (size // 6),
}
SHAPES = {**{name: _repeated(piece) for name, piece in PIECES.items()}, **BUILT}
