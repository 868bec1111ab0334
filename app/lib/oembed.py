"""What another site shows in place of a link: https://oembed.com, version 1.0.

>>> fitting(["480.avif", "480.webp", "1600.jpg"], (1600, 800), Most(500, None))
('480.webp', 480, 240)
>>> print(as_xml({"type": "link", "title": "Ink & paper"}))
<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<oembed><type>link</type><title>Ink &amp; paper</title></oembed>
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from app.lib.feeds.markup import element

#: How wide it is where nobody asks for less, and how narrow it can be, in pixels.
WIDTH, NARROWEST = 550, 220
_THUMBNAIL = 960
# Of a line of text, and of what stands around the text.
_LINE, _LETTER, _AROUND = 26, 9, 140


@dataclass(frozen=True)
class Most:
    """How large it may be, in pixels; None for as large as it likes."""

    width: int | None
    height: int | None

    def has_room_for(self, width: int, height: int) -> bool:
        """Whether something of this size is no larger."""
        is_narrow = self.width is None or width <= self.width
        return is_narrow and (self.height is None or height <= self.height)


def quoted(
    address: str, title: str, words: str, by: tuple[str, str], day: str, tongue: Markup
) -> Markup:
    """A quotation without style or script: it looks like the page that shows it.

    :param by: who wrote it, and the address of their page.
    :param tongue: the attributes of the text, which say its language and direction.
    """
    name, page = by
    link = Markup('<a href="{}">{}</a>')
    head = Markup("<p><strong>{}</strong></p>").format(link.format(address, title))
    body = Markup("<p>{}</p>").format(words) if words else ""
    foot = link.format(page, name), link.format(address, day)
    return Markup(
        '<blockquote cite="{}"{}>{}{}<footer>{}, {}</footer></blockquote>'
    ).format(address, tongue, head if title else "", body, *foot)


def height_of(words: str, width: int) -> int:
    """About how high such a quotation becomes, in pixels."""
    return _AROUND + _LINE * ceil(len(words) * _LETTER / width)


def fitting(
    files: Iterable[str], size: tuple[int, int], most: Most
) -> tuple[str, int, int] | None:
    """The largest of the ``files`` of a picture that fits, with its width and height.

    :param files: called by their width, as in ``480.webp``.
    :param size: of the whole picture.
    """
    found = []
    for file in files:
        name, _, kind = file.partition(".")
        width, height = int(name), round(int(name) * size[1] / size[0])
        # What not every program shows is left out.
        if kind != "avif" and width <= _THUMBNAIL and most.has_room_for(width, height):
            found.append((file, width, height))
    return max(found, key=lambda one: one[1], default=None)


def as_xml(answer: Mapping[str, object]) -> str:
    """The same answer for programs that ask for XML."""
    said = "".join(element(name, str(value)) for name, value in answer.items())
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>'
    return f"{head}\n<oembed>{said}</oembed>"
