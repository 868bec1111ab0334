"""What the script of the editor does, without a script."""

from typing import Any

from tests.support.browser import HEADERS, Page


def autosave(sheet: Page, expect: int = 200, **typed: str) -> dict[str, Any]:
    """Have what was typed on ``sheet`` kept; what the script is told of it."""
    answer = sheet.browser.client.post(
        f"{sheet.select('#editor')[0]['action']}/autosave",
        data={**sheet.fields("#editor"), **typed},
        headers={**HEADERS, "Accept": "application/json"},
    )
    assert answer.status_code == expect, answer.text
    said: dict[str, Any] = answer.get_json()
    return said


def written_on(sheet: Page) -> dict[str, str]:
    """What stands in the fields, sent as the button says that saves for later."""
    return {**sheet.fields("#editor"), "do": "keep"}
