"""What the worker looks after every few minutes, beside what it is told to do."""

from collections.abc import Callable

from flask import current_app

from app.extensions import db

_TASKS: list[Callable[[], None]] = []


def on_each_round(task: Callable[[], None]) -> Callable[[], None]:
    """Have ``task`` done on each round of the worker, in a transaction of its own."""
    _TASKS.append(task)
    return task


def go_round() -> None:
    """Do everything that was left for a round; what fails stops nothing else."""
    for task in _TASKS:
        try:
            task()
            db.session.commit()
        except Exception:
            db.session.rollback()
            current_app.logger.exception("A round of the worker: %s", task.__name__)
