"""Invented cases in bulk. Only lists and searches are true to life: nobody acted in them, so there is no history."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID, uuid4

from django.db import connections, transaction
from django.utils import timezone

from portal.cases.models import Case, Matter, Participant
from portal.cases.references import ALPHABET
from portal.cases.statuses import CaseStatus, Ending, Willing
from portal.programmes.models import Programme
from portal.programmes.statuses import Process
from portal.vault import keyring, tokens
from portal.vault.actions import create_keys
from portal.vault.keystore.models import DataKey, Token, TokenKind

from .names import FIRST, LAST

BATCH = 1000
_YEARS = 7
# What a database of an old programme looks like: most of its cases have ended.
_MIXTURE = {
    CaseStatus.OPENED: 2,
    CaseStatus.INVITING: 5,
    CaseStatus.ARRANGING: 4,
    CaseStatus.BOOKED: 3,
    CaseStatus.HELD: 4,
    CaseStatus.ENDED: 82,
}
_SERVICES = {Process.COACHING: 25, Process.FACILITATION: 15, Process.MEDIATION: 45, Process.RESTORATIVE_JUSTICE: 15}


def synthesize(programme: Programme, *, cases: int, seed: int = 1) -> int:
    """Add that many cases of two people each, sealed and findable like real ones. The number made."""
    chance = random.Random(seed)  # noqa: S311 - a mixture, not secrets
    references = _new_references(chance)
    for start in range(0, cases, BATCH):
        count = min(BATCH, cases - start)
        with keyring.scope():
            _batch(programme, list(islice(references, count)), chance)
    _learn_sizes()
    return cases


def _learn_sizes() -> None:
    """Let the databases look at what they now hold, as they do by themselves overnight.

    Table by table: a bare ANALYZE also locks what all databases of a PostgreSQL server share, and the second of our
    two would wait for the first for ever.
    """
    for alias, models in (("default", (Matter, Case, Participant)), ("keys", (DataKey, Token))):
        connection = connections[alias]
        with connection.cursor() as cursor:
            for model in models:
                cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


def _new_references(chance: random.Random) -> Iterator[str]:
    taken = set(Case.objects.values_list("reference", flat=True))
    while True:
        reference = "C-" + "".join(chance.choice(ALPHABET) for _letter in range(5))
        if reference not in taken:
            taken.add(reference)
            yield reference


def _batch(programme: Programme, references: list[str], chance: random.Random) -> None:
    keys = create_keys(len(references))
    now = timezone.now()
    cases = [_case(programme, key, reference, now, chance) for key, reference in zip(keys, references, strict=True)]
    people = [person for case in cases for person in _people(case, chance)]
    with transaction.atomic():
        Matter.objects.bulk_create([case.matter for case in cases])
        Case.objects.bulk_create(cases)
        Participant.objects.bulk_create(people)
    with transaction.atomic(using="keys"):
        tokens.index_many(TokenKind.NAME, [(one.vault_key, one.pk, one.name) for one in people])


def _case(programme: Programme, key: UUID, reference: str, now: datetime, chance: random.Random) -> Case:
    opened = now - timedelta(minutes=chance.randrange(_YEARS * 365 * 24 * 60))
    [status] = chance.choices(list(_MIXTURE), _MIXTURE.values())
    [process] = chance.choices(list(_SERVICES), _SERVICES.values())
    matter = Matter(pk=key, programme=programme, chain_id=uuid4(), first_contact_at=opened - timedelta(days=1))
    case = Case(vault_key=key, matter=matter, programme=programme, reference=reference, process=process)
    case.status, case.opened_at = status, opened
    if status == CaseStatus.ENDED:
        case.ending, case.ended_at, case.ended_from = Ending.DONE, opened + timedelta(days=20), CaseStatus.HELD
    return case


def _people(case: Case, chance: random.Random) -> list[Participant]:
    return [
        Participant(
            vault_key=case.vault_key,
            case=case,
            number=number,
            is_requester=number == 1,
            name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
            contact={"way": "CODE"},
            needs={},
            willing=Willing.YES,
        )
        for number in (1, 2)
    ]
