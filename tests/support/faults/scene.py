"""A site with people, a mail server and a worker: what every fault happens to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.faults.load import Load, under_load
from tests.support.faults.people import Reply, Visitor
from tests.support.faults.reckoning import faults_after, waiting
from tests.support.faults.site import FaultySite
from tests.support.faults.town import Neighbour, opened, settle
from tests.support.smtp import PostOffice, post_office
from tests.support.waiting import wait_until


@dataclass(frozen=True)
class Scene:
    site: FaultySite
    people: list[Neighbour]
    office: PostOffice

    @property
    def ann(self) -> Visitor:
        """One who is not in the crowd, and does what a test has her do."""
        return self.people[0].visitor

    def under_load(self) -> AbstractContextManager[Load]:
        return under_load(self.site.port, self.people[1:])

    def publish(self, words: str) -> Reply:
        """Have Ann send a text, whatever comes back."""
        fields = {"body": words, "visibility": "public", "do": "publish"}
        return self.ann.send("/posts", form_key=words[:36], **fields)

    def faults_after(self, load: Load, killed: int = 0) -> list[str]:
        """What is not as people were told; nothing, where all is well."""
        with opened(self.site):
            wait_until(lambda: waiting() == 0, within=180)
            return faults_after(load, self.office, killed)


@contextmanager
def scene(folder: Path, database: str = "", redis: str = "") -> Iterator[Scene]:
    """Serve a site with people; nothing of it runs on afterwards.

    :param database: the address of an empty one; else SQLite in ``folder``.
    """
    with post_office() as office:
        mail = f"smtp://127.0.0.1:{office.port}"
        site = FaultySite(folder, DATABASE_URL=database, REDIS_URL=redis, MAIL_URL=mail)
        people = settle(site)
        site.start()
        people[0].visitor.visit("/")
        try:
            yield Scene(site, people, office)
        finally:
            site.end()
