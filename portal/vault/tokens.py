"""Finding people by name or address without storing either: keyed hashes of the normalised words."""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Iterable
from functools import reduce
from operator import or_
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Q

from .keystore.models import Token, TokenKind

_LONGEST = 200


def index(*, key_id: UUID, subject: UUID, kind: str, values: Iterable[str]) -> None:
    """Make a subject findable by these values, and no longer by earlier ones of the same kind."""
    digests = {_digest(kind, word) for value in values for word in _words(kind, value)}
    with transaction.atomic(using="keys"):
        Token.objects.filter(subject=subject, kind=kind).exclude(digest__in=digests).delete()
        Token.objects.bulk_create(
            [Token(key_id=key_id, subject=subject, kind=kind, digest=digest) for digest in digests],
            ignore_conflicts=True,
        )


def index_many(kind: str, values: Iterable[tuple[UUID, UUID, str]]) -> None:
    """Make many new subjects findable at once: (key id, subject, value) of each."""
    Token.objects.bulk_create(
        (
            Token(key_id=key_id, subject=subject, kind=kind, digest=_digest(kind, word))
            for key_id, subject, value in values
            for word in _words(kind, value)
        ),
        batch_size=2000,
    )


def unindex(subject: UUID) -> None:
    Token.objects.filter(subject=subject).delete()


def find(kind: str, value: str) -> set[UUID]:
    """The subjects that have every word of the value. Ids only: the caller asks `visible_to` which may be seen."""
    return find_any([(kind, value)])


def find_any(pairs: Iterable[tuple[str, str]]) -> set[UUID]:
    """The subjects that have every word of at least one of these (kind, value), in one query."""
    wanted = [{_digest(kind, word) for word in _words(kind, value)} for kind, value in pairs]
    wanted = [digests for digests in wanted if digests]
    if not wanted:
        return set()
    had = {f"had_{place}": Count("digest", filter=Q(digest__in=digests)) for place, digests in enumerate(wanted)}
    whole = [Q(**{f"had_{place}": len(digests)}) for place, digests in enumerate(wanted)]
    # The kind is part of each digest; naming it lets the index be used.
    tokens = Token.objects.filter(kind__in=TokenKind.values, digest__in=set.union(*wanted)).values("subject")
    return set(tokens.annotate(**had).filter(reduce(or_, whole)).values_list("subject", flat=True))


def _digest(kind: str, word: str) -> bytes:
    return hmac.new(settings.ACCORD_TOKEN_KEY, f"{kind}\x00{word}".encode(), hashlib.sha256).digest()


def _words(kind: str, value: str) -> set[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", value[:_LONGEST]) if not unicodedata.combining(c))
    if kind == TokenKind.NAME:
        return set(re.findall(r"\w+", plain.replace("'", "").replace("’", "").casefold()))
    if kind == TokenKind.EMAIL:
        return {plain.strip().casefold()} - {""}
    return {_digits(plain)} - {""}


def _digits(number: str) -> str:
    """Only digits, without the ways to write the country code of North America."""
    digits = re.sub(r"\D", "", number).removeprefix("00")
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
