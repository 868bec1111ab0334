"""``flask site …``: what admins set on the page of the site, from the machine."""

import click
from flask import current_app
from sqlalchemy import select
from wtforms import BooleanField
from wtforms.fields.core import UnboundField

from app.extensions import db
from app.models import Account
from app.site_settings.forms import SiteForm
from app.site_settings.views import bp
from app.web import audit
from app.web.site import current_site, forget_site, site_of_now, who_may_join
from app.web.terminal import as_if_sent, refuse

bp.cli.help = "What the site is called, who may join, who writes."
FIELDS = {
    name: it.field_class
    for name, it in vars(SiteForm).items()
    if isinstance(it, UnboundField)
}
NAMES = tuple(FIELDS)
SWITCHES = {name for name, field in FIELDS.items() if field is BooleanField}
WORDS = {"yes": True, "no": False}


@bp.cli.command()
def show():
    """Say what is set, by the names that "site set" takes."""
    site = _site()
    for name in NAMES:
        value = who_may_join(site) if name == "joining" else getattr(site, name)
        click.echo(f"{name}: {_word(value) if name in SWITCHES else value}".rstrip())


@bp.cli.command("set")
@click.argument("name", type=click.Choice(NAMES), help=f"One of {', '.join(NAMES)}.")
@click.argument("value", help="What it shall be; yes or no for what is on or off.")
def change(name, value):
    """Set NAME to VALUE, checked as on the page; admins find it in their record."""
    _save({name: value})


@bp.cli.command()
def close():
    """Let nobody join at present; whoever is a member goes on."""
    _save({"joining": "closed"})


@bp.cli.command("open")
def open_to_all():
    """Let everybody join."""
    _save({"joining": "open"})


def _save(wanted):
    if "joining" in wanted and (decided := current_app.config["JOINING"]):
        refuse(f"JOINING={decided} in the configuration decides who may join.")
    with as_if_sent(_sent(wanted)):
        form, site = SiteForm(), site_of_now()
        if not form.validate():
            refuse("\n".join(f"{field.name}: {words}" for field, words in form.faults))
        changes = form.changes_to(site)
        form.populate_obj(site)
        if changes:
            _record("; ".join(changes))
        db.session.commit()
        forget_site()
    click.echo("\n".join(changes) or "It is so already.")


def _sent(wanted):
    """The page as it is, with what is ``wanted``; a switch that is off is not sent."""
    site = _site()
    fields = {name: getattr(site, name) for name in NAMES}
    for name, value in wanted.items():
        fields[name] = _switched(name, value) if name in SWITCHES else value
    db.session.rollback()
    return {name: it for name, it in fields.items() if it is not False}


def _switched(name, value):
    if value not in WORDS:
        raise click.BadParameter(f"{name} is yes or no.")
    return WORDS[value]


def _record(changes):
    """Nobody with an account did it: each admin finds it in their own record."""
    admins = select(Account).where(Account.role == "admin")
    for admin in db.session.scalars(admins).all():
        audit.record("site.changed", admin, changes)


def _site():
    if current_site() is None:
        refuse("Open the site first: its first visitor names it.")
    return site_of_now()


def _word(value):
    return "yes" if value else "no"
