"""Carrying rows from one matter to another: sealed again under its key, and hung on its row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Max

from portal.audit.models import AuditLink
from portal.audit.record import append
from portal.cases.models import Matter, Tie
from portal.cases.statuses import TieAnswer
from portal.intake.models import Request
from portal.mail.models import Mailing
from portal.passes.models import Pass
from portal.screening.models import Allegation
from portal.vault.actions import seal_again
from portal.vault.models import SealedModel, sealed_models

from ..models import Joining

if TYPE_CHECKING:
    from django.db.models import Model

Brought = dict[str, list[str]]


def carry_all(*, key_id: UUID, to: Matter) -> Brought:
    """Everything sealed under a key, carried over. What came is named by model, so that it can go back."""
    brought: Brought = {}
    taken = Allegation.objects.filter(matter=to).aggregate(last=Max("number"))["last"] or 0
    # Links of the audit trail cannot be changed: see `carry_chain`.
    for model in (one for one in sealed_models() if one is not AuditLink):
        rows: Iterable[Any] = model._base_manager.filter(vault_key=key_id)
        for row in rows:
            # A number stands once in a matter: those that come along follow those that are there.
            _carry(row, to, **({"number": row.number + taken} if model is Allegation else {}))
            brought.setdefault(model._meta.label, []).append(str(row.pk))
    return brought


def carry_back(request: Request, brought: Mapping[str, Iterable[str]], *, to: Matter) -> None:
    """What came with a request, and what was said with its writer since."""
    for model in sealed_models():
        came: Iterable[Any] = model._base_manager.filter(pk__in=list(brought.get(model._meta.label, ())))
        for row in came:
            _carry(row, to)
    for row in [*_of_writer(request), *_mail_to(request)]:
        if row.vault_key != to.pk:
            _carry(row, to)


def _of_writer(request: Request) -> Iterator[Any]:
    """Whatever names the request, or the pass of who wrote it: messages, permissions, what they asked for since."""
    whose: dict[type[Model], Any] = {Request: request.pk, Pass: request.entry_id}
    for model in (one for one in sealed_models() if one is not Joining):
        for field in model._meta.concrete_fields:
            if field.related_model in whose and whose[field.related_model] is not None:
                mine: Iterable[Any] = model._base_manager.filter(**{field.name: whose[field.related_model]})
                yield from mine


def _mail_to(request: Request) -> list[Mailing]:
    address = request.contact.get("email")
    mails = Mailing.objects.filter(vault_key=request.vault_key)
    return [mail for mail in mails if address and mail.address == address]


def _carry(row: SealedModel, to: Matter, **links: Any) -> None:
    if _hangs_on_matter(type(row)):
        links["matter_id"] = to.pk
    seal_again(row, key_id=to.pk, **links)


def _hangs_on_matter(model: type[Model]) -> bool:
    return any(field.related_model is Matter for field in model._meta.concrete_fields)


def carry_ties(*, of: Matter, to: Matter) -> None:
    """Whoever must not see the one must not see the other."""
    for person_id, source in of.ties.filter(answer=TieAnswer.YES).values_list("person", "source"):
        Tie.objects.update_or_create(
            matter=to, person_id=person_id, defaults={"answer": TieAnswer.YES, "source": source}
        )


def carry_chain(*, of: Matter, to: Matter, request: Request, only_its_own: bool = False) -> None:
    """Tell again, in the chain of the other matter, what happened before: the old links become mute with their key."""
    for link in AuditLink.objects.filter(chain_id=of.chain_id).order_by("seq"):
        payload = link.payload
        if only_its_own and str(request.pk) not in (payload.get("came_with"), (payload["subject"] or {}).get("id")):
            continue
        told = {**payload, "matter": str(to.pk), "came_with": str(request.pk)}
        append(to.chain_id, key_id=to.pk, kind=link.kind, payload=told)
