"""The key that an authenticator app and the site share."""

from __future__ import annotations

from typing import ClassVar

from sqlalchemy import String, update
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import db
from app.models.columns import MaybeMoment, Moment, UserPrimaryKey, now
from app.models.rows import touched


class Totp(db.Model):
    TOLD: ClassVar = ("created_at", "used_at")

    user_id: Mapped[UserPrimaryKey]
    # Under the site's key: a stolen backup makes no codes.
    sealed_secret: Mapped[str] = mapped_column(String(400))
    # The half minute of the last code that was used: none is good twice.
    last_step: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[Moment]
    used_at: Mapped[MaybeMoment]

    def spend(self, step: int, sealed_secret: str) -> bool:
        """Use up the code of ``step``; False when it or a later one was used before.

        :param sealed_secret: the same key, sealed under the present key of the site.
        """
        unused = update(Totp).where(Totp.user_id == self.user_id, Totp.last_step < step)
        used = {"last_step": step, "used_at": now(), "sealed_secret": sealed_secret}
        return touched(unused.values(**used)) == 1
