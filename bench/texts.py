"""Three lengths of Markdown, rendered once and used for every post."""

from dataclasses import dataclass

from app.lib import markdown

_SENTENCES = (
    "The harbour was quiet that morning, and the ferry came in *late*.",
    "I have kept a notebook for eleven years and have read it back exactly twice.",
    "Nobody tells you that most of the work is waiting for the paint to dry.",
    "My grandmother measured flour with a cup that had no handle and no equal.",
    "There is a [longer account](https://example.org/account) of how it began.",
    "If you ask three carpenters about glue, sit down first and bring **coffee**.",
    "We walked back along the canal and counted the herons: seven, then none.",
)
_PARAGRAPH = " ".join(_SENTENCES)
_EXTRAS = """
## What I would do again

- measure twice, and write the number down
- leave the `radio` at home
- ask before the shop closes

> The best tool is the one that is already in your hand.

```python
def tide(hours):
    return 2.1 + 1.4 * math.sin(hours / 12.4 * math.tau)
```

| day | tide | birds |
|-----|-----:|------:|
| Mon |  2.1 |     7 |
| Tue |  3.5 |     0 |

A last word on the weather.[^1]

[^1]: It rained.
"""

SHORT = " ".join(_SENTENCES[:3])
MEDIUM = "\n\n".join([_PARAGRAPH] * 4)
LONG = "\n\n".join([_PARAGRAPH] * 3 + [_EXTRAS] + [_PARAGRAPH] * 8)
PICTURED = f"![A heron](/static/demo/heron.svg)\n\n{MEDIUM}"


@dataclass(frozen=True)
class Text:
    """A text with everything that a post keeps about it."""

    body: str
    rendered: markdown.Rendered

    @classmethod
    def of(cls, body: str) -> "Text":
        return cls(body, markdown.render(body))

    def columns(self, title: str) -> dict[str, object]:
        """What a post with this text and ``title`` stores; a note has no title."""
        rendered = self.rendered
        return {
            "title": title,
            "summary": "",
            "body": self.body,
            "body_html": rendered.html,
            "teaser_html": "" if title else rendered.html,
            "excerpt": rendered.excerpt,
            "picture": rendered.picture or "",
            "word_count": rendered.words,
            "renderer": markdown.VERSION,
        }
