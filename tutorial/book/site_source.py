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


def source_page(path: str, root: Path) -> str:
    """The file or folder ``path`` as Markdown: a listing with numbers, or a list."""
    here = root / path
    if here.is_dir():
        return (
            HEAD + f"# {path}/\n\n" + "".join(f"- `{name}`\n" for name in names(here))
        )
    try:
        text = here.read_text("utf-8")
    except UnicodeDecodeError:
        return HEAD + f"# {path}\n\nNo text: {here.stat().st_size:,} bytes.\n"
    fence = "`" * 3
    while fence in text:
        fence += "`"
    opening = f'{fence}{language(here, text)} linenums="1"'
    code = text.rstrip("\n")
    return f"{HEAD}# {path}\n\n{opening}\n{code}\n{fence}\n"


def language(path: Path, text: str) -> str:
    """What Pygments calls the language of a file."""
    if text.startswith("#!"):
        return "python" if "python" in text.partition("\n")[0] else "bash"
    return NAMES.get(path.name) or LANGUAGES.get(path.suffix, "text")


def names(folder: Path) -> list[str]:
    """What is in a folder, but for what programs leave there."""
    found = [path for path in folder.iterdir() if path.name != "__pycache__"]
    return sorted(path.name + "/" * path.is_dir() for path in found)
