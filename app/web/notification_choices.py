"""What somebody wants to be told of, here and by mail, and when: one set of choices."""

from dataclasses import dataclass
from typing import Final

from app.lib.time_zones import zone_of
from app.models import Account, NotificationSettings
from app.models.notification import SWITCHED
from app.models.notification_settings import NEVER
from app.web.mail_kinds import DIGEST, KINDS, wants

#: What can be switched in both places, and what only a letter tells of.
TOLD: Final = {kind: KINDS[kind] for kind in SWITCHED}
MAILED: Final = {kind: words for kind, words in KINDS.items() if kind != DIGEST}
_PARTS: Final = (
    "only_followed",
    "only_followers",
    "only_settled",
    "digest",
    "digest_day",
    "digest_hour",
)


@dataclass
class Choices:
    """All that can be chosen.

    :param heard: the kinds that are told of on the site, of :data:`TOLD`.
    :param wanted: those that a letter tells of, of :data:`MAILED`.
    """

    heard: list[str]
    wanted: list[str]
    only_followed: bool
    only_followers: bool
    only_settled: bool
    digest: str
    digest_day: int
    digest_hour: int

    @classmethod
    def of(cls, account: Account) -> "Choices":
        """What somebody has chosen, or what is usual."""
        settings = NotificationSettings.of(account.user_id)
        chosen = cls(
            heard=[kind for kind in TOLD if kind not in settings.muted],
            wanted=[kind for kind in MAILED if wants(account, kind)],
            **{name: getattr(settings, name) for name in _PARTS},
        )
        if not wants(account, DIGEST):
            chosen.digest = NEVER
        return chosen

    def keep(self, account: Account) -> None:
        """Make this what counts from now on."""
        account.muted_mail = [kind for kind in MAILED if kind not in self.wanted]
        if self.digest == NEVER:
            account.mute(DIGEST)
        settings = NotificationSettings.kept(account.user_id)
        settings.muted = [kind for kind in TOLD if kind not in self.heard]
        for name in _PARTS:
            setattr(settings, name, getattr(self, name))
        settings.plan(zone_of(account.time_zone))
