"""Letting somebody in to one thing, signing, opening, and ending it again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, lock_case, touch
from portal.disclosures.actions import write_disclosure
from portal.disclosures.statuses import Basis
from portal.passes.actions import issue_pass, reissue_pass, revoke_pass

from .models import Guest
from .policies import can_admit, can_end, can_renew_code
from .queries import booking_of, copy_of
from .statuses import Shown
from .terms import digest_of_terms

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.passes.models import Pass


class Admitted(NamedTuple):
    guest: Guest
    code: str


@transaction.atomic
def admit_guest(
    *, case_id: UUID, shown: Shown, name: str, interest: str, purpose: str, days: int, is_official: bool, by: User
) -> Admitted:
    """A personal code that opens one session or one document, for so many days. The code is shown once.

    A document names people, so it is for officials of the institution only: anybody else is told under a permission.
    Raises PermissionDenied, MatterGone, or TransitionRefused with what is wrong.
    """
    case = lock_case(case_id)
    if not can_admit(by, case):
        raise PermissionDenied
    _check(shown, days, is_official)
    booking = booking_of(case) if shown == Shown.SESSION else None
    copy = copy_of(case) if shown == Shown.AGREEMENT else None
    if booking is None and copy is None:
        raise TransitionRefused(step="admit", words=_("There is nothing of this kind to show at the moment."))
    entry, code, _phrase = issue_pass(key_id=case.matter_id)
    entry.expires_at = timezone.now() + timedelta(days=days)
    entry.save(update_fields=["expires_at"])
    facts = {"name": name, "interest": interest, "purpose": purpose, "given_by": by, "ends_at": entry.expires_at}
    guest = Guest.objects.create(vault_key=case.matter_id, case=case, entry=entry, booking=booking, copy=copy, **facts)
    _note("admitted", guest, by, days=days)
    return Admitted(guest, code)


@transaction.atomic
def sign_terms(*, guest_id: UUID, typed_name: str, by: Pass) -> Guest:
    """The guest promises what the terms say. Twice is once. Raises MatterGone when it is over."""
    guest = _lock_own(guest_id, by)
    if not typed_name.strip():
        raise TransitionRefused(step="sign", words=_("Type your name to sign this."))
    if not guest.is_signed:
        guest.typed_name, guest.signed_at = typed_name.strip(), timezone.now()
        guest.terms_sha256 = digest_of_terms()
        guest.save(update_fields=["typed_name", "signed_at", "terms_sha256"])
        _note("signed", guest, by)
    return guest


@transaction.atomic
def open_for_guest(*, guest_id: UUID, by: Pass) -> Guest:
    """Count an opening; one of a document is a line in the register too, before a byte of it leaves.

    Raises MatterGone when it is over, PermissionDenied before the terms are signed.
    """
    guest = _lock_own(guest_id, by)
    if not guest.is_signed:
        raise PermissionDenied
    guest.opened_times, guest.opened_at = guest.opened_times + 1, timezone.now()
    guest.save(update_fields=["opened_times", "opened_at"])
    if guest.copy is not None:
        write_disclosure(
            matter=guest.case.matter,
            basis=Basis.OFFICIAL,
            recipient=guest.name,
            interest=f"{guest.interest}\n{guest.purpose}",
            what=str(Shown.AGREEMENT.label),
            by=guest.given_by,
        )
    return guest


@transaction.atomic
def renew_guest_code(*, guest_id: UUID, by: User) -> Admitted:
    """A new code for a guest who lost theirs: the same one thing, until the same moment, with what was signed.

    The old code, and visits begun with it, end at once. Raises PermissionDenied, MatterGone, or TransitionRefused when
    the guest's time is over: then the purpose is stated again, for a new guest.
    """
    guest = _lock(guest_id)
    if not can_renew_code(by, guest):
        raise PermissionDenied
    if not Guest.objects.live().filter(pk=guest.pk).exists():
        words = _("This guest’s time is over. Let them in anew, so that it is written down what for.")
        raise TransitionRefused(step="code", words=words)
    entry, code, _phrase = reissue_pass(entry=guest.entry)
    # A pass made anew would last for a year.
    entry.expires_at = guest.ends_at
    entry.save(update_fields=["expires_at"])
    record(AuditEvent.PASS_ISSUED, actor=by, matter=guest.case.matter, subject=guest)
    touch(guest.case.matter)
    return Admitted(guest, code)


@transaction.atomic
def end_guest(*, guest_id: UUID, by: User) -> Guest:
    """From this moment on the code opens nothing, and a page that is open is gone. Twice is once."""
    guest = _lock(guest_id)
    if not can_end(by, guest.case):
        raise PermissionDenied
    if guest.revoked_at is None:
        guest.revoked_at, guest.revoked_by = timezone.now(), by
        guest.save(update_fields=["revoked_at", "revoked_by"])
        revoke_pass(entry=guest.entry)
        _note("ended", guest, by)
    return guest


def _check(shown: Shown, days: int, is_official: bool) -> None:
    most = settings.ACCORD_GUEST_DAYS
    if not 1 <= days <= most:
        raise TransitionRefused(step="admit", words=_("Choose from one day to %(most)d days.") % {"most": most})
    if shown == Shown.AGREEMENT and not is_official:
        words = _("A document names people: it is for officials of the institution. Others are told on a permission.")
        raise TransitionRefused(step="admit", words=words)


def _lock(guest_id: UUID) -> Guest:
    case_id = Guest.objects.filter(pk=guest_id).values_list("case", flat=True).first()
    if case_id is None:
        raise MatterGone
    case = lock_case(case_id)
    guest = Guest.objects.select_for_update(of=("self",)).select_related("entry", "copy", "given_by").get(pk=guest_id)
    guest.case = case
    return guest


def _lock_own(guest_id: UUID, by: Pass) -> Guest:
    """The guest's own row, looked at once more under the lock: it may have ended a moment ago."""
    guest = _lock(guest_id)
    if not Guest.objects.visible_to(by).filter(pk=guest.pk).exists():
        raise MatterGone
    return guest


def _note(step: str, guest: Guest, by: object, **facts: object) -> None:
    matter = guest.case.matter
    record(AuditEvent.GUEST_CHANGED, actor=by, matter=matter, subject=guest, step=step, shown=str(guest.shown), **facts)
    touch(matter)
