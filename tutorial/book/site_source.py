"""A file of the repository as a page of the site, for readers who have no code host."""

from pathlib import Path

LANGUAGES = {
    ".py": "python",
    ".html": "html+jinja",
    ".css": "css",
    ".js": "javascript",
    ".toml": "toml",
    ".yml": "yaml",
    ".json": "json",
    ".sh": "bash",
    ".md": "markdown",
    ".diff": "diff",
    ".ini": "ini",
    ".cfg": "ini",
    ".xml": "xml",
    ".svg": "xml",
    ".sql": "sql",
}
NAMES = {"Dockerfile": "docker", ".env.example": "bash"}
#: Kept out of the search, where a reader looks for sentences.
HEAD = "---\nsearch:\n  exclude: true\n---\n\n"
#: As much of a folder as one still reads on a page, in bytes.
SHORT = 40_000


def source_page(path: str, root: Path) -> str:
    """The file or folder ``path`` as Markdown, with the numbers of its lines."""
    here = root / path
    if here.is_dir():
        return f"{HEAD}# `{path}/`\n\n{folder(here)}"
    return f"{HEAD}# `{path}`\n\n{listing(here)}"


def folder(here: Path) -> str:
    """What lies in a folder: whole, as a feature is, or else by name."""
    found = sorted(it for it in here.iterdir() if it.name != "__pycache__")
    files = [it for it in found if it.is_file()]
    if sum(it.stat().st_size for it in files) <= SHORT:
        shown = [f"## `{it.name}`\n\n{listing(it)}" for it in files]
        named = [it for it in found if it not in files]
    else:
        shown, named = [], found
    names = [f"- `{it.name}{'/' * it.is_dir()}`\n" for it in named]
    return "\n".join(["".join(names), *shown])


def listing(here: Path) -> str:
    """A file between fences that nothing in it can close."""
    try:
        text = here.read_text("utf-8")
    except UnicodeDecodeError:
        return f"No text: {here.stat().st_size:,} bytes.\n"
    fence = "`" * 3
    while fence in text:
        fence += "`"
    opening = f'{fence}{language(here, text)} linenums="1"'
    return f"{opening}\n{text.rstrip(chr(10))}\n{fence}\n"


def language(path: Path, text: str) -> str:
    """What Pygments calls the language of a file."""
    if text.startswith("#!"):
        return "python" if "python" in text.partition("\n")[0] else "bash"
    return NAMES.get(path.name) or LANGUAGES.get(path.suffix, "text")
