"""Writing down allegations, giving each its way, and keeping formal processes and settlements apart (C11, R12)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_matter, touch
from portal.cases.models import Case, Matter

from ..allegations import stands_against
from ..models import Allegation, AllegationRoute
from ..policies import can_sign_way, may_screen
from ..statuses import AllegationWay, Standing

if TYPE_CHECKING:
    from portal.accounts.models import User

FACTS = frozenset(
    {"law", "basis", "harmed_is", "named_is", "harmed", "named", "what", "when", "where", "policy", "formal_complaint"}
)


@transaction.atomic
def add_allegation(*, matter_id: UUID, facts: Mapping[str, Any], by: User) -> Allegation:
    """Write one allegation down. Raises PermissionDenied, MatterGone, or TransitionRefused where none are tracked."""
    matter = _lock(matter_id, by)
    if not matter.programme.tracks_allegations:
        raise TransitionRefused(step="allege", words=_("This programme does not decide on single allegations."))
    number = matter.allegations.count() + 1
    row = Allegation.objects.create(vault_key=matter.pk, matter=matter, number=number, added_by=by, **_known(facts))
    record(AuditEvent.ALLEGATION_ADDED, actor=by, matter=matter, subject=row, law=row.law, basis=row.basis)
    touch(matter)
    return row


@transaction.atomic
def change_allegation(*, allegation_id: UUID, facts: Mapping[str, Any], by: User) -> Allegation:
    """Correct what is written down. A change of the law or of the people takes back a way that no longer holds.

    Raises PermissionDenied, MatterGone, or TransitionRefused after the last signature.
    """
    row = _lock_row(allegation_id, by)
    _check_not_barred(row)
    changed = sorted(name for name, value in _known(facts).items() if getattr(row, name) != value)
    if not changed:
        return row
    for name in changed:
        setattr(row, name, facts[name])
    row.save(update_fields=changed)
    record(AuditEvent.ALLEGATION_CHANGED, actor=by, matter=row.matter, subject=row, fields=changed)
    _take_back_what_no_longer_holds(row, by)
    touch(row.matter)
    return row


@transaction.atomic
def route_allegation(*, allegation_id: UUID, way: AllegationWay, reason: str, by: User) -> AllegationRoute:
    """Say where an allegation goes. Where the switch says so, it waits for the director's signature.

    Raises PermissionDenied, MatterGone, or TransitionRefused with what stands against it.
    """
    row = _lock_row(allegation_id, by)
    _check_not_barred(row)
    _check_way(row, way)
    if row.routes.filter(standing=Standing.WAITING).exists():
        raise TransitionRefused(step="route", words=_("A way waits for the director's signature already."))
    standing = Standing.WAITING if row.matter.programme.cosigns_allegations else Standing.IN_FORCE
    route = AllegationRoute.objects.create(
        vault_key=row.vault_key, allegation=row, way=way, reason=reason, standing=standing, decided_by=by
    )
    record(AuditEvent.ALLEGATION_ROUTED, actor=by, matter=row.matter, subject=route, way=way, standing=standing)
    touch(row.matter)
    return route


@transaction.atomic
def sign_way(*, route_id: UUID, agrees: bool, words: str = "", by: User) -> AllegationRoute:
    """The director signs the way of an allegation too, or sends it back with a reason.

    Raises PermissionDenied (never who decided it, never somebody with a tie), MatterGone or TransitionRefused.
    """
    matter = lock_matter(AllegationRoute.objects.values_list("allegation__matter", flat=True).get(pk=route_id))
    # Read under the lock: what the law says of the allegation may have changed while this waited.
    route = AllegationRoute.objects.select_related("allegation").get(pk=route_id)
    if not can_sign_way(by, route, matter):
        raise PermissionDenied
    if route.standing != Standing.WAITING:
        raise TransitionRefused(step="sign", words=_("Somebody has decided on it already."))
    if agrees:
        _check_way(_with_matter(route.allegation, matter), route.way)
    route.standing = Standing.IN_FORCE if agrees else Standing.SENT_BACK
    route.signed_by, route.signed_at, route.signer_words = by, timezone.now(), words
    route.save(update_fields=["standing", "signed_by", "signed_at", "signer_words"])
    record(AuditEvent.ALLEGATION_SIGNED, actor=by, matter=matter, subject=route, agrees=agrees, way=route.way)
    touch(matter)
    return route


@transaction.atomic
def note_formal_process(*, allegation_id: UUID, since: date | None, paused_on: date | None, by: User) -> Allegation:
    """Keep what the other office says: a formal process runs since a day, rests since a day, or goes on again.

    Raises PermissionDenied, MatterGone, or TransitionRefused when the days do not fit.
    """
    row = _lock_row(allegation_id, by)
    _check_not_barred(row)
    if paused_on and (since is None or paused_on < since):
        raise TransitionRefused(step="formal", words=_("It can rest only after it has begun."))
    row.formal_since, row.formal_paused_on = since, paused_on
    row.save(update_fields=["formal_since", "formal_paused_on"])
    facts = {"runs": row.formal_runs, "rests": paused_on is not None}
    record(AuditEvent.FORMAL_PROCESS_NOTED, actor=by, matter=row.matter, subject=row, **facts)
    touch(row.matter)
    return row


def bar_formal_process(allegations: Iterable[Allegation], *, case: Case, actor: object | None) -> list[Allegation]:
    """The last signature was given: what it settles cannot be taken up formally again (R12).

    Called on a locked case, in the caller's transaction; twice is once.
    """
    rows = [row for row in allegations if row.barred_on is None]
    for row in rows:
        row.barred_on = timezone.localdate()
        row.save(update_fields=["barred_on"])
        record(AuditEvent.ALLEGATION_BARRED, actor=actor, matter=case.matter, subject=row)
    return rows


def _take_back_what_no_longer_holds(row: Allegation, by: User) -> None:
    """A way decided on other facts is decided anew; what waits is sent back."""
    for route in row.routes.filter(standing__in=(Standing.WAITING, Standing.IN_FORCE)):
        if stands_against(row, route.way, row.matter.programme):
            AllegationRoute.objects.filter(pk=route.pk).update(standing=Standing.SENT_BACK)
            record(AuditEvent.ALLEGATION_UNROUTED, actor=by, matter=row.matter, subject=route, way=route.way)


def _known(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if name in FACTS}


def _lock(matter_id: UUID, by: User) -> Matter:
    matter = lock_matter(matter_id)
    if not may_screen(by, matter):
        raise PermissionDenied
    return matter


def _lock_row(allegation_id: UUID, by: User) -> Allegation:
    row = Allegation.objects.get(pk=allegation_id)
    matter = _lock(row.matter_id, by)
    return _with_matter(Allegation.objects.select_for_update().get(pk=allegation_id), matter)


def _with_matter(row: Allegation, matter: Matter) -> Allegation:
    row.matter = matter
    return row


def _check_not_barred(row: Allegation) -> None:
    if row.barred_on is not None:
        words = _("This allegation was settled by a signed agreement; nothing about it changes any more.")
        raise TransitionRefused(step="allege", words=words)


def _check_way(row: Allegation, way: str) -> None:
    against = stands_against(row, way, row.matter.programme)
    if against:
        raise TransitionRefused(step="route", words=" ".join(against))
