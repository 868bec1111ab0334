"""A letter to whoever runs the site when something breaks, once an hour for each fault.

It does not go through the outbox, which is in the database, and that may be what broke.
Nor does anybody wait for it: a thread hands it to the mail server, or gives up.
"""

from __future__ import annotations

import logging
import traceback
from datetime import UTC, datetime
from hashlib import sha256
from html import escape
from pathlib import Path
from socket import gethostname
from threading import Thread
from urllib.parse import urlsplit

from flask import Flask

from app.lib import post_office
from app.lib.letters import Letter, compose, keep
from app.lib.plaintext import one_line
from app.lib.tokens import new_token
from app.web.at_hand import at_hand
from app.web.limits import is_few
from app.web.logs import Text
from app.web.mail import FOLDER

#: For one fault, and for all faults together: what breaks often breaks everything.
ONCE, MOST = "1 per hour", "20 per hour"
#: What gunicorn logs to; it goes no further from there.
SERVER = "gunicorn.error"
#: What waits for a worker to write about it.
MOST_HEARD = 20


def init_app(app: Flask) -> None:
    """Write from now on to the address of the settings, if there is one."""
    for name, kind in ((None, Alarm), (SERVER, ServerAlarm)):
        logger = logging.getLogger(name)
        for earlier in [one for one in logger.handlers if isinstance(one, Alarm)]:
            logger.removeHandler(earlier)
        if app.config["ERROR_MAIL_TO"]:
            logger.addHandler(kind(app))


class Alarm(logging.Handler):
    """Hears of errors, and writes about those that are news."""

    def __init__(self, app: Flask) -> None:
        super().__init__(logging.ERROR)
        self.setFormatter(Text())
        self._app = app
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            if self._is_news(fault(record)):
                letter = self._letter(record)
                Thread(target=self._send, args=(letter,), daemon=True).start()
        except Exception:
            self.handleError(record)

    def _is_news(self, name: str) -> bool:
        """Whether nobody was told within the hour, by any process."""
        try:
            return is_few(ONCE, "fault", name) and is_few(MOST, "faults")
        except Exception:
            # Where limits are counted nobody answers; then each process tells once.
            is_new = name not in self._told and len(self._told) < 20
            self._told.add(name)
            return is_new

    def _letter(self, record: logging.LogRecord) -> Letter:
        config = self._app.config
        work = at_hand.get()
        where = (work and (work.endpoint or work.job)) or record.name
        kind = record.exc_info[0] if record.exc_info else None
        what = kind.__name__ if kind else record.levelname.capitalize()
        words = (
            f"{self.format(record)}\n\n"
            f"On {gethostname()}, for {config['SITE_URL']}. About this fault there is "
            "no other letter for an hour; the log has all of it.\n"
        )
        return Letter(
            to=config["ERROR_MAIL_TO"],
            name=one_line(urlsplit(config["SITE_URL"]).hostname or "Inklings"),
            subject=one_line(f"Inklings: {what} in {where}"),
            text=words,
            html=f"<pre>{escape(words)}</pre>",
        )

    def _send(self, letter: Letter) -> None:
        config = self._app.config
        present = datetime.now(UTC)
        message = compose(letter, config["MAIL_FROM"], new_token(), present)
        try:
            if config["MAIL_URL"]:
                post_office.send(message, config["MAIL_URL"])
            else:
                folder = Path(self._app.instance_path) / FOLDER
                keep(message, folder, f"{present:%Y%m%dT%H%M%S}-fault")
        except (post_office.Refused, post_office.Unreachable, OSError) as error:
            self._app.logger.warning("No letter about a fault was sent: %s", error)


class ServerAlarm(Alarm):
    """Hears of what befalls workers: the one that comes next writes about it.

    Who notices is the process that all workers are forked from. It must neither have
    threads nor ask for counters: a fork in the midst of that may hang for ever.
    """

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self._is_in_worker = False
        self._heard: list[logging.LogRecord] = []
        self._passed_on: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        if self._is_in_worker:
            super().emit(record)
        else:
            self._heard = [*self._heard, record][-MOST_HEARD:]

    def before_fork(self) -> None:
        """Pass on to the next worker what no earlier one was told."""
        self._passed_on, self._heard = self._heard, []

    def in_worker(self) -> None:
        """Write about what was passed on, and at once from now on."""
        self._is_in_worker = True
        for record in self._passed_on:
            super().emit(record)


def fault(record: logging.LogRecord) -> str:
    """The same name for the same fault: where it was, not what it was about."""
    told = [record.name, str(record.msg)]
    if record.exc_info and record.exc_info[0]:
        frames = traceback.extract_tb(record.exc_info[2])
        told = [record.exc_info[0].__name__]
        told += [f"{frame.filename}:{frame.lineno}" for frame in frames]
    return sha256("\n".join(told).encode()).hexdigest()[:16]
