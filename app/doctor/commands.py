"""``flask doctor``: what is well, what is not, and what to do about it."""

import json

import click
from flask import Blueprint, Flask, current_app

from app.web.checkup import WRONG, checkups, findings
from config import place

bp = Blueprint("doctor", __name__, cli_group=None)
#: Where it stands why there is no site to look at.
REFUSED = "REFUSED"


@bp.cli.command()
@click.option("--mail", is_flag=True, help="Also sign in to the mail server.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def doctor(mail, as_json):
    """Look at everything the site needs, and say what to fix.

    A line each: ok, note (the site goes on) or wrong. It ends with 1 if anything is
    wrong. Nothing is changed, but for a file that is written and removed again.
    """
    has_site = REFUSED not in current_app.config
    current_app.config["DOCTOR_MAIL"] = mail
    found = []
    # As a request that reads, for SQLite's lock (app/extensions.py).
    with current_app.test_request_context():
        for check in checkups(has_site):
            for finding in findings(check):
                found.append((finding.state, check.name, finding.words))
                None if as_json else _say(*found[-1])
    if as_json:
        keys = ("state", "check", "words")
        rows = [dict(zip(keys, row, strict=True)) for row in found]
        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        _sum_up(sum(state == WRONG for state, _, _ in found), has_site)
    if WRONG in {state for state, _, _ in found}:
        click.get_current_context().exit(1)


def unable(why):
    """An application that can only be examined: its settings are not right."""
    app = Flask("inklings", instance_path=str(place()))
    app.config[REFUSED] = str(why)
    app.register_blueprint(bp)
    return app


def _say(state, name, words):
    colour = {"wrong": "red", "note": "yellow"}.get(state, "green")
    click.echo(f"{click.style(f'{state:5}', fg=colour)}  {name}: {words}")


def _sum_up(count, has_site):
    if not has_site:
        click.echo("\nWhen the settings are right, doctor looks at everything else.")
    elif count:
        click.echo(f"\n{count} {'thing is' if count == 1 else 'things are'} wrong.")
    else:
        click.echo("\nNothing is wrong.")
