"""``flask users reset``: a way back in for whoever lost password, mail or phone."""

import click
from flask import current_app

from app.extensions import db
from app.models import AccountToken
from app.models.account_token import RESET_PASSWORD
from app.web import audit
from app.web.announce import announce
from app.web.mail import post
from app.web.shutting_out import end_sign_ins
from app.web.terminal import (
    HANDLE,
    YES,
    account_called,
    as_if_sent,
    make_sure,
    refuse,
    users,
)
from app.web.urls import absolute_url


@users.command()
@HANDLE
@click.option("--mail", is_flag=True, help="Send the link to them, print nothing.")
@click.option("--factors", is_flag=True, help="Forget their second factors instead.")
@YES
def reset(handle, mail, factors, yes):
    """Let HANDLE in again: a link for a new password, good once and for an hour.

    It is printed, for whoever lost their mail, too: hand it over yourself. Nobody has
    to be signed in for it, so it also helps a sole admin who forgot everything. With
    --factors authenticator app, passkeys and recovery codes are forgotten, they are
    signed out everywhere and told by mail; the password stays.
    """
    with as_if_sent({}):
        account = account_called(handle)
        if factors:
            _forget_factors(account, yes)
        elif mail:
            _mail_link(account)
        else:
            _print_link(account)


def _forget_factors(account, is_sure):
    handle = account.user.handle
    if not account.has_second_factor:
        refuse(f"@{handle} has no second factor.")
    db.session.rollback()
    make_sure(f"Forget every second factor of @{handle}?", is_sure)
    account = account_called(handle)
    account.lock_factors()
    account.drop_factors()
    end_sign_ins(account.user_id)
    announce("factors.reset", account)
    db.session.commit()
    click.echo(f"@{handle} signs in with the password alone, and was told.")


def _mail_link(account):
    if not current_app.config["CAN_SEND_MAIL"]:
        refuse("Without MAIL_URL no mail leaves. Leave --mail out to see the link.")
    post(
        "recovery",
        account,
        doors=[(account.user.handle, _link(account, account.email))],
    )
    db.session.commit()
    click.echo(f"A link is on its way to {account.email}.")


def _print_link(account):
    link = _link(account, "")
    db.session.commit()
    click.echo(link)
    click.echo("It is good once and for an hour, for whoever has it.", err=True)
    if account.has_second_factor:
        words = f"Signing in asks for their second factor, too. If that is lost: \
flask users reset {account.user.handle} --factors"
        click.echo(words, err=True)


def _link(account, email):
    token = AccountToken.issue(account, RESET_PASSWORD, email)
    audit.record("password.link_made", account)
    return absolute_url("recoveries.edit", token=token)
