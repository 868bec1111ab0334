"""What happens to factors that somebody else may have added."""

from app.events import account_taken_back


@account_taken_back.connect
def drop_later_ones(account, since):
    """Or a stranger's passkey would open the account, their app shut its owner out."""
    account.drop_factors(since)
    account.settle_factors()
