"""Signing a resolution agreement. With the last signature it holds, and its copy is sealed (R12, promise 26)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.agreements.policies import can_sign_as
from portal.agreements.statuses import SigningMethod
from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_participant, send_news, touch
from portal.documents import rendering
from portal.screening.actions import bar_formal_process

from ..gates import confirmers, gone_elsewhere, missing_signatures, settled_by
from ..models import Resolution, ResolutionSignature, SealedCopy
from ..paper import resolution_pdf
from ..policies import can_sign_for
from ..statuses import Capacity, ResolutionStatus
from .resolving import lock_resolution, not_now
from .writing import check_open

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


@transaction.atomic
def sign_resolution(
    *,
    participant_id: UUID,
    resolution_id: UUID,
    typed_name: str,
    method: SigningMethod,
    agreed_to_electronic: bool,
    by: Viewer,
) -> ResolutionSignature:
    """A party signs on their own page, or staff tick what stands on paper. Signing twice is signing once.

    Raises PermissionDenied, MatterGone, or TransitionRefused when this version is not to be signed.
    """
    person = lock_participant(participant_id)
    row = lock_resolution(resolution_id)
    if row.case.pk != person.case.pk or not can_sign_as(by, person, method):
        raise PermissionDenied
    _check(row)
    if not person.is_party or not person.is_active:
        raise TransitionRefused(step="sign", words=_("This person does not take part."))
    facts = _facts(row, typed_name, method, agreed_to_electronic)
    facts["recorded_by"] = None if method == SigningMethod.OWN_PAGE else by
    signature, created = ResolutionSignature.objects.get_or_create(
        resolution=row, participant=person, defaults={"capacity": Capacity.PARTY, **facts}
    )
    return _signed(row, signature, created, actor=by)


@transaction.atomic
def sign_for_office(
    *, resolution_id: UUID, capacity: Capacity, typed_name: str, agreed_to_electronic: bool, by: User
) -> ResolutionSignature:
    """The coordinator signs for the office, the director approves: two people. Raises as `sign_resolution` does."""
    row = lock_resolution(resolution_id)
    if not can_sign_for(by, row.case, capacity):
        raise PermissionDenied
    _check(row)
    mine = ResolutionSignature.objects.filter(resolution=row, officer=by).first()
    if mine is not None and mine.capacity != capacity:
        raise TransitionRefused(step="sign", words=_("You have signed already. The other one is not yours to give."))
    facts = _facts(row, typed_name, SigningMethod.DEVICE, agreed_to_electronic)
    signature, created = ResolutionSignature.objects.get_or_create(
        resolution=row, capacity=capacity, defaults={"officer": by, **facts}
    )
    return _signed(row, signature, created, actor=by)


def _check(row: Resolution) -> None:
    check_open(row.case)
    if not row.is_being_signed:
        raise TransitionRefused(step="sign", words=not_now(row))
    if elsewhere := gone_elsewhere(settled_by(row), row.case):
        raise TransitionRefused(step="sign", missing=elsewhere)


def _facts(row: Resolution, typed_name: str, method: SigningMethod, agreed: bool) -> dict[str, Any]:
    return {
        "vault_key": row.vault_key,
        "typed_name": typed_name,
        "method": method,
        "agreed_to_electronic": agreed and method != SigningMethod.PAPER,
        "text_sha256": row.text_sha256,
    }


def _signed(row: Resolution, signature: ResolutionSignature, created: bool, *, actor: object) -> ResolutionSignature:
    if not created:
        return signature
    facts = {"capacity": signature.capacity, "method": signature.method, "sha256": row.text_sha256}
    record(AuditEvent.RESOLUTION_SIGNED, actor=actor, matter=row.case.matter, subject=signature, **facts)
    if not missing_signatures(row):
        _agree(row)
    touch(row.case.matter)
    return signature


def _agree(row: Resolution) -> None:
    """The last signature: from here on nobody withdraws alone, and what it covers goes to no formal process."""
    now = timezone.now()
    row.status, row.agreed_at = ResolutionStatus.AGREED, now
    row.save()
    bar_formal_process(row.allegations.all(), case=row.case, actor=None)
    pdf = resolution_pdf(row)
    copy = SealedCopy.objects.create(
        vault_key=row.vault_key, resolution=row, pdf=pdf, sha256=rendering.digest(pdf), sealed_at=now
    )
    signers = [str(one.participant_id or one.officer_id) for one in row.signatures.all()]
    facts = {"sha256": copy.sha256, "text": row.text_sha256, "signers": signers, "version": row.version}
    record(AuditEvent.DOCUMENT_SEALED, actor=None, matter=row.case.matter, subject=row, **facts)
    send_news(confirmers(row.case))
