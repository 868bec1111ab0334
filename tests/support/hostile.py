"""Texts that were made to do harm, and what a browser says of what became of them."""

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Route

FOLDER = Path(__file__).parents[1] / "lib" / "hostile"
FILES = sorted(FOLDER.glob("*.md"))
_HERE = "http://hostile.test/"
_CASE = re.compile(r"^%%%% (?P<name>.+)\n(?P<source>(?:(?!%%%% ).*\n)*)", re.MULTILINE)
# Characters that no editor shows: "⟪202e⟫" turns a line around.
_HIDDEN = re.compile("⟪([0-9a-f]+)⟫")

_WATCH = """
  window.__ran = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"])
    window[name] = (...words) => window.__ran.push(`${name}(${words})`);
"""
# Whatever waits for a reader is given one: a pointer, a key, the focus, a click.
_USE = """async () => {
  // Without a name it is of an address that leads nowhere at all.
  const known = /^(https?|mailto|tel|xmpp|gemini|magnet)?:$/;
  const powerful = "script, style, iframe, object, embed, form, svg, base, meta, link";
  const found = [...document.querySelectorAll(powerful)].map((e) => `<${e.tagName}>`);
  addEventListener("click", (event) => event.preventDefault());
  for (const element of document.querySelectorAll("body, body *")) {
    // A form can hold a field that is called like one of its own functions.
    for (const name of Element.prototype.getAttributeNames.call(element))
      if (/^on|^style$|^srcdoc$|action$/i.test(name)) found.push(`${name} is set`);
    for (const type of ["mouseover", "pointerover", "focus", "keydown", "click"])
      element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
    const leads = element.hasAttribute("href") || element.hasAttribute("xlink:href");
    const isLink = element instanceof HTMLAnchorElement;
    if (leads && !isLink) found.push(`<${element.tagName} href>`);
    if (leads && isLink && !known.test(element.protocol)) found.push(element.href);
  }
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  return [...found, ...window.__ran];
}"""


def cases(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of one file, each with its name."""
    for case in _CASE.finditer(path.read_text(encoding="utf-8")):
        source = _HIDDEN.sub(lambda code: chr(int(code[1], 16)), case["source"])
        yield case["name"], source


class Trap:
    """A page without any protection of its own, and what happens in it."""

    def __init__(self, context: BrowserContext) -> None:
        self._calls: list[str] = []
        context.add_init_script(_WATCH)
        context.route("**/*", self._answer)
        self._page: Page = context.new_page()
        self._page.on("dialog", lambda dialog: dialog.dismiss())
        self._page.goto(_HERE)

    def _answer(self, route: Route) -> None:
        if route.request.url == _HERE:
            route.fulfill(content_type="text/html", body="<!doctype html>")
            return
        if not route.request.url.startswith((_HERE, "data:")):
            self._calls.append(f"asks {route.request.url}")
        route.abort()

    def caught(self, html: str) -> list[str]:
        """What ``html`` does to whoever opens it."""
        self._calls.clear()
        self._page.evaluate("window.__ran = []")
        self._page.set_content(f"<!doctype html><main>{html}</main>")
        return self._page.evaluate(_USE) + self._calls
