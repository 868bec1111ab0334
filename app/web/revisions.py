"""How an earlier text is shown, to its writer and to readers."""

from typing import Any

from flask import request

from app.lib.diff import differences
from app.lib.markdown import render
from app.models import Revision
from app.models.references import known
from app.web import find


def shown(revision: Revision) -> dict[str, Any]:
    """What ``revision`` changed; with ``?whole``, or of the first, all that it says."""
    older = find.text_before(revision)
    if older is None or "whole" in request.args:
        whole = render(revision.body, "revision-", look_up=known)
        return {"older": older, "whole": whole}
    return {"older": older, "changes": differences(older.words, revision.words)}
