"""What a reader does in Chromium, and what must not happen meanwhile."""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Response,
    WebError,
)

from tests.fixtures.cast import PASSWORD

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE_OPTIONS = {"runOnly": WCAG, "resultTypes": ["violations"]}
COLOURS_ALONE = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
# What appears moves into its place first: it is measured when it rests.
# Some animations have no end, like the line that follows the reader down the page.
SETTLED = """() => Promise.race([
  Promise.all(document.getAnimations().map((one) => one.finished.catch(() => null))),
  new Promise((done) => setTimeout(done, 300)),
])"""


class Witness:
    """Writes down errors of scripts, broken requests and calls to other hosts."""

    def __init__(self) -> None:
        self.complaints: list[str] = []
        #: Where a window may go: the site, and whom a test lets it visit beside.
        self.known: set[str] = set()
        #: How complaints begin that a test brings about itself.
        self.forgiven: set[str] = set()

    def watch(self, context: BrowserContext, address: str) -> None:
        self.known.add(address)
        context.on("console", self._hear)
        context.on("weberror", self._catch)
        context.on("request", self._follow)
        context.on("requestfailed", self._miss)
        context.on("response", self._read)

    def forgive(self, *beginnings: str) -> None:
        self.forgiven.update(beginnings)

    @property
    def blamed(self) -> list[str]:
        """What nobody has foreseen."""
        known = tuple(self.forgiven)
        return [words for words in self.complaints if not words.startswith(known)]

    def _hear(self, message: ConsoleMessage) -> None:
        # A status of 400 and more is told again by the response itself.
        told = message.text.startswith("Failed to load resource: the server responded")
        if message.type in {"error", "warning"} and not told:
            self.complaints.append(f"console: {message.text}")

    def _catch(self, error: WebError) -> None:
        self.complaints.append(f"script: {error.error}")

    def _follow(self, request: Request) -> None:
        known = (*(f"{address}/" for address in self.known), "data:", "about:")
        if not request.url.startswith(known):
            self.complaints.append(f"another host: {request.url}")

    def _miss(self, request: Request) -> None:
        # Who goes on to the next page no longer waits for the scripts of this one.
        if "ERR_ABORTED" not in str(request.failure):
            self.complaints.append(f"no answer: {request.url} {request.failure}")

    def _read(self, response: Response) -> None:
        page = response.request.is_navigation_request()
        # 401 is the honest answer to a script whose reader was signed out meanwhile.
        if response.status >= (500 if page else 400) and response.status != 401:
            self.complaints.append(f"{response.status}: {response.url}")


def sign_in(page: Page, identifier: str, password: str = PASSWORD) -> None:
    page.goto("/sign-in")
    # By name, not by label: the page may speak any language.
    page.locator("[name=identifier]").fill(identifier)
    page.locator("[name=password]").fill(password)
    page.locator("main form button.button--ink").click()


def prove(page: Page, password: str = PASSWORD) -> None:
    """Say who one is, where a page asks because it is a while ago."""
    if "/confirm-it-is-you/?next=" in page.url:
        page.locator("[name=password]").fill(password)
        page.locator("main form button.button--ink").click()


def write(page: Page, body: str, title: str = "") -> None:
    """Fill the sheet; what happens to it then is up to the caller."""
    page.goto("/posts/new")
    page.get_by_label("Title").fill(title)
    page.get_by_label("Your text, in Markdown").fill(body)


def publish(page: Page, body: str, title: str = "") -> None:
    write(page, body, title)
    page.get_by_role("button", name="Publish").click()


def from_menu(page: Page, name: str) -> None:
    """Open the reader's menu and choose from it."""
    page.get_by_role("button", name="Your menu").click()
    page.locator("#me").get_by_text(name).click()


def is_bound(page: Page) -> None:
    """Wait until every behaviour that the page names has been bound."""
    page.wait_for_load_state()
    page.locator("script[type=module]").wait_for(state="attached")
    page.evaluate("""async () => {
      const app = document.querySelector("script[type=module]").src;
      await import(app);
      for (const element of document.querySelectorAll("[data-behaviour]"))
        for (const name of element.dataset.behaviour.split(" "))
          await import(new URL(`behaviours/${name}.js`, app));
    }""")


def too_wide(page: Page, *widths: int, of: str = "html") -> list[str]:
    """What one would have to scroll sideways for, in windows of these widths.

    :param of: the selector of what must not scroll.
    """
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        [seen, room] = page.eval_on_selector(of, "e => [e.scrollWidth, e.clientWidth]")
        if seen > min(room, width):
            found.append(f"{page.url} is {seen} wide in a window of {width}")
    return found


def inaccessible(page: Page, *sizes: dict[str, int]) -> list[str]:
    """What axe-core finds wrong by WCAG A and AA, on a phone and on a desk."""
    return _found(page, AXE_OPTIONS, *sizes)


def faint_by_night(page: Page) -> list[str]:
    """What is too faint on dark paper; nothing but colours changes there."""
    page.emulate_media(color_scheme="dark")
    page.reload()  # else colours are on their way from one paper to the other
    return _found(page, COLOURS_ALONE)


def _found(page: Page, options: dict[str, Any], *sizes: dict[str, int]) -> list[str]:
    found: set[str] = set()
    page.evaluate(AXE_SCRIPT)
    for size in sizes or (PHONE, DESK):
        page.set_viewport_size(size)
        page.evaluate(SETTLED)
        answer = page.evaluate("options => axe.run(document, options)", options)
        found.update(f"{size['width']} {fault}" for fault in _faults(answer))
    return sorted(found)


def _faults(answer: dict[str, Any]) -> Iterator[str]:
    for rule in answer["violations"]:
        for node in rule["nodes"]:
            yield f"{rule['id']}: {node['target']} {node['failureSummary']}"


def pasted(page: Page) -> str:
    """What was copied on ``page``. No page of the site may read it, so elsewhere."""
    elsewhere = page.context.new_page()
    elsewhere.set_content("<textarea></textarea>")
    elsewhere.locator("textarea").focus()
    elsewhere.keyboard.press("Control+V")
    words = elsewhere.locator("textarea").input_value()
    elsewhere.close()
    return words
