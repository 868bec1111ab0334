"""The letters that were kept on this machine, as their readers see them."""

import re
from dataclasses import dataclass
from email import message_from_bytes, policy

from app.web.mail import folder
from app.web.outbox import work  #: 19


@dataclass(frozen=True)
class Letter:
    to: str
    subject: str
    text: str
    html: str

    @property
    def links(self):
        """The addresses in the text, but for the site's own below it."""
        body = self.text.rpartition("\n-- \n")[0]
        return re.findall(r"https?://\S+", body)


def mailbox():
    """All letters, the first one first."""  #: 11-18
    #: 19
    """All letters, the first one first, once the worker has been."""
    deliver_all()
    #:
    return [_open(file) for file in sorted(folder().glob("*.eml"))]


#: 19
def deliver_all():
    """Do what a worker would do now, and what follows from that."""
    while work():
        pass


#:
def _open(file):
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    bodies = [message.get_body((kind,)).get_content() for kind in ("plain", "html")]
    words, html = (body.replace("\r\n", "\n") for body in bodies)
    return Letter(message["To"], message["Subject"], words, html)
