"""One mailbox, however somebody spells its address.

Case and surrounding spaces never matter, nor does the form in which an accent was typed. What follows a plus sign is
the reader's own label, and leads to the same mailbox wherever it is used at all. Dots are left alone: with most
providers `j.lee` and `jlee` are two people; only for the one that ignores them are they left out.
"""

import hashlib
import hmac
import unicodedata

from django.conf import settings

_WITHOUT_DOTS = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}


def plainest(address: str) -> str:
    """The spelling that stands for all spellings of one mailbox. Mail goes to the address as it was typed."""
    typed = unicodedata.normalize("NFKC", address).strip().casefold()
    name, _at, domain = typed.rpartition("@")
    name = name.partition("+")[0] or name
    if domain in _WITHOUT_DOTS:
        name, domain = name.replace(".", ""), _WITHOUT_DOTS[domain]
    return f"{name}@{domain}"


def address_hash(address: str) -> str:
    """What the database keeps to find somebody by an address. Its key is not in the database."""
    return hmac.new(settings.ACCORD_TOKEN_KEY, f"learner\x00{plainest(address)}".encode(), hashlib.sha256).hexdigest()
