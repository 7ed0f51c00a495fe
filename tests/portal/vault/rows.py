"""A sealed row to try things on: mail has a sealed text and a sealed JSON value."""

from portal.mail.models import Mailing
from portal.mail.statuses import MailKind
from portal.vault.actions import create_key


def make_row(address="sam@example.edu", key_id=None, **fields):
    return Mailing.objects.create(
        kind=MailKind.NEWS, address=address, vault_key=key_id or create_key(), **({"context": {"a": 1}} | fields)
    )


def fetch(row):
    return Mailing.objects.get(pk=row.pk)


def stored(row, column="address"):
    """What the database holds, unopened."""
    return Mailing.objects.values_list(column, flat=True).get(pk=row.pk)
