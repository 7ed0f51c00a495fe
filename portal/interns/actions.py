"""Every write about interns: pledge, training, pieces of work and what becomes of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.handbook.models import Notice

from .models import Pledge, WorkPiece
from .plain import check_plain
from .policies import can_decide, can_hand_in, can_supervise, is_cleared, is_intern
from .statuses import PieceStatus

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.programmes.models import Programme


class NotNow(Exception):
    """Allowed, but not now; the words are for people."""


@transaction.atomic
def sign_pledge(*, programme: Programme, notice: Notice, signed_name: str, by: User) -> Pledge:
    """Promise in the words that were read. Twice is once. Raises NotNow when the words have changed meanwhile."""
    if not is_intern(by, programme):
        raise PermissionDenied
    if not Notice.objects.approved().filter(pk=notice.pk, programme=programme).exists():
        raise NotNow(_("The words of the pledge were changed just now. Please read them again."))
    facts = {"notice": notice, "signed_name": signed_name}
    pledge, is_new = Pledge.objects.get_or_create(user=by, programme=programme, defaults=facts)
    if is_new:
        record(AuditEvent.PLEDGE_SIGNED, actor=by, subject=by, version=notice.version, sha256=notice.fingerprint)
    return pledge


@transaction.atomic
def record_training(*, pledge_id: int, trained_on: date, by: User) -> Pledge:
    """Vouch that an intern was trained on a day that is not in the future."""
    pledge = Pledge.objects.select_for_update().select_related("programme", "user").get(pk=pledge_id)
    if pledge.user_id == by.pk or not can_supervise(by, pledge.programme):
        raise PermissionDenied
    if trained_on > timezone.localdate():
        raise NotNow(_("That day has not come yet."))
    pledge.trained_on, pledge.trained_by = trained_on, by
    pledge.save(update_fields=["trained_on", "trained_by"])
    record(AuditEvent.INTERN_TRAINED, actor=by, subject=pledge.user, on=str(trained_on))
    return pledge


@transaction.atomic
def give_piece(*, programme: Programme, intern: User, due_on: date, by: User, **words: Any) -> WorkPiece:
    """Give a piece of work (kind, title, words) to somebody who is cleared for it.

    Raises ValidationError when the words lead to a person, NotNow with the reason, PermissionDenied.
    """
    if intern == by or not can_supervise(by, programme):
        raise PermissionDenied
    if not is_cleared(intern, programme):
        raise NotNow(_("This person has not yet signed the pledge and been trained."))
    if due_on < timezone.localdate():
        raise NotNow(_("That day has passed. Choose today or a later one."))
    check_plain(f"{words['title']}\n{words['words']}")
    piece = WorkPiece.objects.create(programme=programme, intern=intern, supervisor=by, due_on=due_on, **words)
    record(AuditEvent.PIECE_GIVEN, actor=by, subject=piece, kind=piece.kind, person=str(intern.pk))
    return piece


@transaction.atomic
def hand_in(*, piece_id: int, words: str, by: User) -> WorkPiece:
    """Give the work to the supervisor. Raises ValidationError when it leads to a person, PermissionDenied."""
    piece = _lock(piece_id)
    if not can_hand_in(by, piece):
        raise PermissionDenied
    check_plain(words)
    piece.handed_in, piece.handed_in_at, piece.status = words, timezone.now(), PieceStatus.HANDED_IN
    piece.save(update_fields=["handed_in", "handed_in_at", "status"])
    record(AuditEvent.PIECE_HANDED_IN, actor=by, subject=piece)
    return piece


@transaction.atomic
def decide(*, piece_id: int, status: str, answer: str, by: User) -> WorkPiece:
    """Approve, send back, or take back. Raises NotNow when it is no longer there to be decided, PermissionDenied."""
    piece = _lock(piece_id)
    if not can_decide(by, piece):
        raise PermissionDenied
    is_open = piece.status == PieceStatus.HANDED_IN or (status == PieceStatus.TAKEN_BACK and piece.is_with_the_intern)
    if not is_open:
        raise NotNow(_("This piece has moved on since you looked at it."))
    if status == PieceStatus.RETURNED and not answer.strip():
        raise NotNow(_("Say what is still missing, so that they can go on."))
    piece.status, piece.answer, piece.decided_by, piece.decided_at = status, answer, by, timezone.now()
    piece.save(update_fields=["status", "answer", "decided_by", "decided_at"])
    record(AuditEvent.PIECE_DECIDED, actor=by, subject=piece, status=status)
    return piece


def _lock(piece_id: int) -> WorkPiece:
    return WorkPiece.objects.select_for_update(of=("self",)).select_related("programme").get(pk=piece_id)
