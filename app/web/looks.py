"""How pages look to a reader: what they chose is in cookies of their browser."""

from app.web import cookies

#: What can be chosen beside the usual look; each is a ``data-`` attribute of <html>.
LOOKS = {
    "theme": ("light", "dark"),
    "text": ("small", "large"),
    "face": ("sans",),
    "keys": ("off",),
}


def look(name: str) -> str | None:
    """What the reader chose for ``name``, a key of :data:`LOOKS`; None for nothing."""
    chosen = cookies.chosen(name)
    return chosen if chosen in LOOKS[name] else None


def looks() -> dict[str, str]:
    """Everything that the reader chose, by name."""
    return {name: chosen for name in LOOKS if (chosen := look(name))}


def theme() -> str | None:
    """The paper that the reader chose, ``light`` or ``dark``; None for the device's."""
    return look("theme")
