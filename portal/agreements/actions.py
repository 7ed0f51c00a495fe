"""The agreement to participate: rendered once for everyone, signed by everyone before a session starts (M24)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_case, touch
from portal.cases.models import Case, Participant
from portal.cases.statuses import CaseStatus
from portal.documents import rendering as documents

from .gates import variant_of
from .models import Agreement, Signature
from .policies import can_sign_as, can_sign_as_neutral, can_take_back_signature
from .queries import agreement_text, agreement_values, current_template, variants_needed
from .statuses import SigningMethod

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


def prepare_agreement(case: Case, *, session_at: datetime | None, actor: object | None) -> Agreement:
    """The agreement everyone reads and signs; a new version when the pair, the people, the time or the words change.

    Called on a locked case, in the caller's transaction.
    """
    needed = variants_needed(case)
    made = {variant: _prepare(case, variant, session_at=session_at, actor=actor) for variant in needed}
    # Nobody is left who would sign these words.
    case.agreements.filter(replaced_at=None).exclude(variant__in=needed).update(replaced_at=timezone.now())
    return made[""]


def _prepare(case: Case, variant: str, *, session_at: datetime | None, actor: object | None) -> Agreement:
    template = current_template(case, variant)
    values = agreement_values(case, session_at=session_at, variant=variant)
    text = agreement_text(template, values)
    digest = documents.digest(text)
    current = case.agreements.filter(replaced_at=None, variant=variant).first()
    if current and current.sha256 == digest:
        return current
    if current:
        current.replaced_at = timezone.now()
        current.save(update_fields=["replaced_at"])
    version = _next_version(case, variant)
    agreement = Agreement.objects.create(
        vault_key=case.vault_key,
        case=case,
        version=version,
        variant=variant,
        template=template,
        values=values,
        text=text,
        sha256=digest,
    )
    record(AuditEvent.AGREEMENT_MADE, actor=actor, matter=case.matter, subject=agreement, version=version)
    return agreement


def open_signing(case: Case, *, session_at: datetime, actor: User) -> Agreement:
    """Everyone is in the room: from now on the current version can be signed. Called on a locked case."""
    first = prepare_agreement(case, session_at=session_at, actor=actor)
    for agreement in case.agreements.filter(replaced_at=None, signing_opened_at=None):
        agreement.signing_opened_at = timezone.now()
        agreement.save(update_fields=["signing_opened_at"])
        record(AuditEvent.SIGNING_OPENED, actor=actor, matter=case.matter, subject=agreement)
    first.refresh_from_db(fields=["signing_opened_at"])
    return first


def _next_version(case: Case, variant: str) -> int:
    newest = case.agreements.filter(variant=variant).aggregate(newest=Max("version"))["newest"]
    return (newest or 0) + 1


@transaction.atomic
def sign(
    *,
    agreement_id: UUID,
    participant_id: UUID,
    typed_name: str,
    method: SigningMethod,
    agreed_to_electronic: bool,
    by: Viewer,
) -> Signature:
    """A party or a companion signs. Signing twice is signing once.

    Raises PermissionDenied, MatterGone, or TransitionRefused when signing is not open or the version is not current.
    """
    agreement, case = _lock(agreement_id)
    person = Participant.objects.select_related("case").get(pk=participant_id, case=case)
    person.case = case
    if not can_sign_as(by, person, method):
        raise PermissionDenied
    _check_open(agreement, case)
    if not person.is_active:
        raise TransitionRefused(step="sign", words=_("This person does not take part."))
    if variant_of(case, person) != agreement.variant:
        raise TransitionRefused(step="sign", words=_("These words are for somebody else to sign."))
    recorded_by = None if method == SigningMethod.OWN_PAGE else by
    signature, created = Signature.objects.get_or_create(
        agreement=agreement,
        participant=person,
        defaults=_values(agreement, typed_name, method, agreed_to_electronic, recorded_by),
    )
    return _recorded(signature, created, case, actor=by)


@transaction.atomic
def sign_as_neutral(
    *,
    agreement_id: UUID,
    neutral: User,
    typed_name: str,
    method: SigningMethod,
    agreed_to_electronic: bool,
    by: User,
) -> Signature:
    """One of the pair signs. Raises as `sign` does."""
    agreement, case = _lock(agreement_id)
    if agreement.variant or not case.assignments.accepted().filter(neutral=neutral).exists():
        raise PermissionDenied
    if not can_sign_as_neutral(by, neutral, case, method):
        raise PermissionDenied
    _check_open(agreement, case)
    signature, created = Signature.objects.get_or_create(
        agreement=agreement,
        neutral=neutral,
        defaults=_values(agreement, typed_name, method, agreed_to_electronic, None if by == neutral else by),
    )
    return _recorded(signature, created, case, actor=by)


@transaction.atomic
def take_back_signature(*, signature_id: UUID, by: User) -> Signature:
    """Somebody signed in another's place by mistake: while nothing has started, the place is empty again.

    No reason is asked. That there was a signature, and who took it back, stays in the trail.
    Raises PermissionDenied, MatterGone, or TransitionRefused once the session has started.
    """
    signature = Signature.objects.select_related("agreement").filter(pk=signature_id).first()
    if signature is None:
        raise TransitionRefused(step="sign", words=_("This signature has been taken back already."))
    case = lock_case(signature.agreement.case_id)
    if not can_take_back_signature(by, case):
        raise PermissionDenied
    if case.status != CaseStatus.BOOKED or signature.agreement.replaced_at is not None:
        raise TransitionRefused(step="sign", words=_("The session has started: what was signed stays."))
    record(AuditEvent.SIGNATURE_TAKEN_BACK, actor=by, matter=case.matter, subject=signature, method=signature.method)
    signature.delete()
    touch(case.matter)
    return signature


def _lock(agreement_id: UUID) -> tuple[Agreement, Case]:
    agreement = Agreement.objects.get(pk=agreement_id)
    case = lock_case(agreement.case_id)
    return agreement, case


def _check_open(agreement: Agreement, case: Case) -> None:
    """P10: reading is open from the invitation on, signing only when everyone is in the room."""
    if case.status not in {CaseStatus.BOOKED, CaseStatus.IN_SESSION}:
        raise TransitionRefused(step="sign", words=_("Nothing is to be signed now."))
    if agreement.replaced_at is not None:
        words = _("There is a newer version of the agreement. Please read that one.")
        raise TransitionRefused(step="sign", words=words)
    if agreement.signing_opened_at is None:
        raise TransitionRefused(step="sign", words=_("We sign together at the start of the session."))


def _values(
    agreement: Agreement, typed_name: str, method: SigningMethod, agreed: bool, recorded_by: object | None
) -> dict[str, object]:
    return {
        "vault_key": agreement.vault_key,
        "typed_name": typed_name,
        "method": method,
        "agreed_to_electronic": agreed and method != SigningMethod.PAPER,
        "recorded_by": recorded_by,
    }


def _recorded(signature: Signature, created: bool, case: Case, *, actor: object) -> Signature:
    if created:
        facts = {"method": signature.method, "sha256": signature.agreement.sha256}
        record(AuditEvent.AGREEMENT_SIGNED, actor=actor, matter=case.matter, subject=signature, **facts)
        touch(case.matter)
    return signature
