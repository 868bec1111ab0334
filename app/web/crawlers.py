"""What machines are asked with every answer: to list it, and to learn from it, or not.

A page says ``noindex`` for itself where it is not to be found; this is about the site.
"""

from flask import Flask
from werkzeug.wrappers import Response

from app.web.site import CurrentSite, site_or_none


def init_app(app: Flask) -> None:
    app.after_request(_ask)


def _ask(response: Response) -> Response:
    """Where people's words are: a page has asked already what the site is."""
    kind, _, name = (response.mimetype or "").partition("/")
    is_data = kind == "application" and name.endswith(("xml", "json"))
    if (is_data or name == "html") and (site := site_or_none()):
        _say(response, site)
    return response


def _say(response: Response, site: CurrentSite) -> None:
    """See https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/."""
    wishes = [] if site.is_indexable else ["noindex"]
    if site.ai_crawlers != "all":
        wishes += ["noai", "noimageai"]
        response.headers["TDM-Reservation"] = "1"
    said = response.headers.get("X-Robots-Tag", "").split(", ")
    if wished := dict.fromkeys(filter(None, [*said, *wishes])):
        response.headers["X-Robots-Tag"] = ", ".join(wished)
