"""What an account asks for besides the password, and what replaces it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, select, update
from sqlalchemy.orm import Mapped

from app.extensions import db
from app.lib.recovery import code_digest, new_codes
from app.models.columns import now
from app.models.passkey import Passkey
from app.models.recovery_code import RecoveryCode
from app.models.rows import touched
from app.models.totp import Totp


def _counted(model: type[Totp] | type[Passkey]) -> Select[int]:
    return (
        select(func.count())
        .select_from(model)
        .where(model.user_id == bindparam("user_id"))
    )


# One statement for both, since every sign-in asks.
_FACTORS = select(
    _counted(Totp).scalar_subquery() + _counted(Passkey).scalar_subquery()
)


class Guarded:
    """The part of an account that asks for more than a password."""

    if TYPE_CHECKING:
        user_id: Mapped[int]

    @property
    def factor_count(self) -> int:
        """How many second factors there are; recovery codes are none."""
        return db.session.scalar(_FACTORS, {"user_id": self.user_id}) or 0

    @property
    def has_second_factor(self) -> bool:
        return self.factor_count > 0

    @property
    def totp(self) -> Totp | None:
        return db.session.scalar(select(Totp).where(Totp.user_id == self.user_id))

    @property
    def passkey_count(self) -> int:
        return db.session.scalar(_counted(Passkey), {"user_id": self.user_id}) or 0

    def passkeys(self) -> Select[Passkey]:
        mine = select(Passkey).where(Passkey.user_id == self.user_id)
        return mine.order_by(Passkey.created_at, Passkey.id)

    @property
    def codes_left(self) -> int:
        """How many recovery codes have not been used."""
        left = select(func.count()).select_from(RecoveryCode).where(*self._unused())
        return db.session.scalar(left) or 0

    def lock_factors(self) -> None:
        """No other request adds or removes a factor until this one is done."""
        mine = select(type(self)).where(type(self).user_id == self.user_id)
        db.session.execute(mine.with_for_update())

    @property
    def is_on_last_factor(self) -> bool:
        """Whether losing one more would leave only the password."""
        return self.factor_count <= 1

    def set_up_totp(self, sealed_secret: str, step: int) -> None:
        """Share a key with an app, which has just shown the code of ``step``."""
        known = self.totp
        if known is None:
            known = Totp(user_id=self.user_id)
            db.session.add(known)
        known.sealed_secret, known.last_step = sealed_secret, step
        known.created_at, known.used_at = now(), None

    def make_recovery_codes(self) -> list[str]:
        """Replace all recovery codes; the new ones, in no database, go out."""
        self._forget_codes()
        codes = new_codes()
        db.session.add_all(
            RecoveryCode(user_id=self.user_id, code_digest=code_digest(code))
            for code in codes
        )
        return codes

    def spend_recovery_code(self, typed: str) -> bool:
        """Use up a recovery code; False when it is none, or was used before."""
        mine = update(RecoveryCode).where(
            *self._unused(), RecoveryCode.code_digest == code_digest(typed)
        )
        return touched(mine.values(used_at=now())) == 1

    def settle_factors(self) -> None:
        """After a factor has gone: without any, recovery codes open nothing."""
        db.session.flush()
        if not self.has_second_factor:
            self._forget_codes()

    def drop_factors(self, since: datetime | None = None) -> None:
        """Forget every factor and recovery code, or those that came ``since`` then."""
        for model in (Totp, Passkey, RecoveryCode):
            mine = delete(model).where(model.user_id == self.user_id)
            later = mine if since is None else mine.where(model.created_at >= since)
            db.session.execute(later)

    def _forget_codes(self) -> None:
        mine = delete(RecoveryCode).where(RecoveryCode.user_id == self.user_id)
        db.session.execute(mine)

    def _unused(self) -> tuple[ColumnElement[bool], ...]:
        return (RecoveryCode.user_id == self.user_id, RecoveryCode.used_at.is_(None))
