"""Suspensions that end by themselves: in time, each night, and at the door."""

from sqlalchemy import select

from app.extensions import db
from app.models import Account, ModerationAct, Outbox, Suspension
from app.web import audit
from app.web.outbox import as_if_asked, defer, delivers
from app.web.pruning import before_pruning


def lift_in_time(act: ModerationAct) -> None:
    """Have the worker look at it when the suspension of ``act`` is to end."""
    if act.until:
        once = f"suspension {act.id}"
        defer("suspension_end", once, due_at=act.until, user_id=act.about_id)


def lift_if_over(account: Account) -> None:
    """Let the person of ``account`` in again if their time has come."""
    suspension = account.user.suspension()
    if suspension and suspension.has_ended:
        ModerationAct(about=account.user, what="unsuspend").carry_out()
        audit.record("account.unsuspended", account)


@delivers("suspension_end")
def _end(_row: Outbox, user_id: int) -> None:
    account = db.session.scalar(Account.of(user_id))
    if account:
        lift_if_over(account)


@before_pruning
def lift_what_is_over() -> None:
    """Find those whom no worker has let in."""
    over = select(Suspension.user_id).where(Suspension.is_over())
    accounts = Account.with_person().where(Account.user_id.in_(over))
    with as_if_asked():
        for account in db.session.scalars(accounts).all():
            lift_if_over(account)
