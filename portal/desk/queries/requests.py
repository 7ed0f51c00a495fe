"""Reading the queue of requests."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.utils import timezone

from portal.intake.models import Request
from portal.intake.queries import found_by_name, with_writing
from portal.intake.statuses import OPEN_REQUESTS, RequestStatus

if TYPE_CHECKING:
    from portal.accounts.models import User

# Filters that are not a status or a person by themselves.
ENDED, DECIDED = "ENDED", "DECIDED"
NOBODY, MINE = "NOBODY", "MINE"
_STATUSES = {DECIDED: {RequestStatus.CASE_OPENED}, ENDED: {RequestStatus.ENDED}}


def queue(viewer: User, wanted: dict[str, Any]) -> QuerySet[Request]:
    """The requests this viewer may open, as the filters want them, the longest waiting first."""
    rows = Request.objects.visible_to(viewer).select_related("programme", "assigned_to__cover")
    rows = with_writing(rows, vault_key="matter")
    words = (wanted.get("search") or "").strip()
    if words:
        # Looked for by name or reference, a request is found whatever its status.
        rows = rows.filter(Q(reference__iexact=words) | Q(pk__in=found_by_name(words)))
    if wanted.get("status") or not words:
        rows = rows.filter(status__in=_STATUSES.get(wanted.get("status", ""), OPEN_REQUESTS))
    if wanted.get("asks_for"):
        rows = rows.filter(asks_for=wanted["asks_for"])
    return _assigned(rows, viewer, wanted.get("assigned") or "").order_by("first_contact_at", "pk")


def team_of(viewer: User) -> list[User]:
    """Those who have a request that this viewer may open: the choices of the filter."""
    having = Request.objects.visible_to(viewer).exclude(assigned_to=None).values("assigned_to")
    return list(get_user_model().objects.filter(pk__in=having).exclude(pk=viewer.pk).by_name())


def oldest_waiting(viewer: User) -> datetime | None:
    """Since when the longest waiting person has had no answer."""
    unanswered = Request.objects.visible_to(viewer).open().filter(first_reply_at=None)
    return unanswered.order_by("first_contact_at").values_list("first_contact_at", flat=True).first()


def _covered_by(viewer: User) -> QuerySet[User]:
    """Colleagues who are away and whose cover this is."""
    return get_user_model().objects.filter(cover=viewer, away_until__gte=timezone.localdate())


def _assigned(rows: QuerySet[Request], viewer: User, whom: str) -> QuerySet[Request]:
    if whom == MINE:
        # What a colleague left to me while away is mine too.
        return rows.filter(Q(assigned_to=viewer) | Q(assigned_to__in=_covered_by(viewer)))
    if whom == NOBODY:
        return rows.filter(assigned_to=None)
    return rows.filter(assigned_to=UUID(whom)) if whom else rows
