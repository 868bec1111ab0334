"""What every template can use without asking."""

from flask import Flask

from app.web.news import shown_count, unread_count


def init_app(app: Flask) -> None:
    # The functions, not what they give: a page that shows no number asks for none.
    app.context_processor(
        lambda: {"unread_notices": unread_count, "shown_count": shown_count}
    )
