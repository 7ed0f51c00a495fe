"""Moving over: what was chosen begins anew elsewhere, the rest is destroyed (docs/decisions/0070).

One transaction of the default database opens the new request and ends the old matter, so that a kill leaves either
everything as it was or everything decided; the key goes afterwards, and the timer takes up what is left of that.
"""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import MatterGone, TransitionRefused, lock_case
from portal.cases.statuses import Channel, Ending, TieAnswer
from portal.intake.actions import Wish, end_open_requests, take_in
from portal.intake.models import Message, Request
from portal.intake.queries import keeping_programme
from portal.intake.statuses import CameBy, Direction
from portal.records import destruction
from portal.vault.actions import create_key, destroy_key
from portal.withdrawals.actions import end_elsewhere

from ..gates import has_to_wait, missing_to_move
from ..queries import (
    CONTACT,
    MESSAGE,
    NAME,
    NEEDS,
    OWN_WORDS,
    YOU,
    needs_of,
    own_messages,
    reach_of,
    source_of,
    subject_behind,
    things_of,
)
from ..statuses import MoveAnswer
from .leaving import leave_nothing_of
from .offering import answer, check_answer, check_waiting, lock_offer

if TYPE_CHECKING:
    from portal.accounts.viewer import Viewer
    from portal.cases.models import Matter
    from portal.disclosures.subjects import Subject
    from portal.intake.envelope import EnvelopeKey
    from portal.records.models import PurgeRun

    from ..models import MoveOffer

CAME_BY = {
    Channel.SELF: CameBy.WEB,
    Channel.PHONE: CameBy.PHONE,
    Channel.EMAIL: CameBy.EMAIL,
    Channel.IN_PERSON: CameBy.WALK_IN,
    Channel.PAPER: CameBy.WALK_IN,
}


def move_over(*, offer_id: UUID, things: Collection[str], channel: Channel, key: EnvelopeKey, by: Viewer) -> Request:
    """The person has read that the record will be kept, and says yes: a new request under a key of its own.

    It holds the `things` they chose (see `queries.things_of`), and its slip is left for the browser that holds `key`.
    Raises PermissionDenied, MatterGone, NobodyLeft, ValueError for what is not theirs, or TransitionRefused.
    """
    # The key is committed by itself before the first row that needs it; unused, it is swept.
    key_id = create_key()
    try:
        with transaction.atomic():
            moved, run = _move(lock_offer(offer_id), frozenset(things), channel, key, key_id, by)
    except Exception:
        destroy_key(key_id=key_id)
        raise
    if run is not None:
        with suppress(destruction.OnHold):
            destruction.finish(run.pk)
    return moved


def _move(
    offer: MoveOffer, things: frozenset[str], channel: Channel, key: EnvelopeKey, key_id: UUID, by: Viewer
) -> tuple[Request, PurgeRun | None]:
    check_answer(offer, channel, by)
    check_waiting(offer)
    if missing := missing_to_move(offer.matter, to=keeping_programme()):
        words = "" if not _is_own(by, offer) else _("This cannot move now. Nothing has changed; please ask us.")
        raise TransitionRefused(step="move", missing=missing, words=words)
    subject = subject_behind(offer)
    if things - {one.code for one in things_of(subject)}:
        raise ValueError("Only what is their own can travel.")
    moved = take_in(_wish(subject, things, channel), key, key_id, None)
    _carry_messages(subject, things, moved)
    answer(offer, MoveAnswer.YES, channel, by)
    return moved, _let_go(subject, by)


def _is_own(by: Viewer, offer: MoveOffer) -> bool:
    return by.pk == subject_behind(offer).entry_id


def _wish(subject: Subject, things: frozenset[str], channel: Channel) -> Wish:
    """What the new programme gets. Its clock goes on from the first contact; the promised day is new."""
    programme = keeping_programme()
    if programme is None:
        raise MatterGone
    tied = subject.matter.ties.filter(answer=TieAnswer.YES).values_list("person", flat=True)
    return Wish(
        programme=programme,
        facts=_facts(subject, things),
        # Who must not see it is kept out there too: a wall is not content, and lets nobody read anything.
        tied=frozenset(tied),
        came_by=CAME_BY[channel],
        first_contact_at=_day_of(subject.matter.first_contact_at),
        reply_from=timezone.now(),
    )


def _facts(subject: Subject, things: frozenset[str]) -> dict[str, Any]:
    source, facts = source_of(subject), {}
    if NAME in things:
        facts["name"] = subject.row.name
    if NEEDS in things:
        facts["needs"] = needs_of(subject)
    if CONTACT in things:
        facts["safe_way"], facts["contact"] = reach_of(subject)
    if source is None:
        return facts
    facts |= {name: getattr(source, name) for name in OWN_WORDS if name in things}
    if YOU in things:
        facts |= {"constituency": source.constituency, "unit": source.unit}
    # The one thing that law adds, said on the page before the yes: somebody under 18 is treated as such there too.
    return facts | {"is_minor": source.is_minor}


def _day_of(moment: datetime) -> datetime:
    """Noon of that day: a moment to the microsecond would point, from an old backup, to what was destroyed."""
    noon = timezone.make_aware(datetime.combine(timezone.localdate(moment), time(12)))
    return min(noon, timezone.now())


def _carry_messages(subject: Subject, things: frozenset[str], moved: Request) -> None:
    assert moved.entry is not None  # noqa: S101 - for the type checker: whatever was taken in has its pass
    chosen = [one for one in own_messages(subject) if f"{MESSAGE}{one.pk}" in things]
    for place, message in enumerate(chosen):
        Message.objects.create(
            vault_key=moved.vault_key,
            entry=moved.entry,
            direction=Direction.TO_OFFICE,
            body=message.body,
            channel=message.channel,
            sent_at=_day_of(message.sent_at) + timedelta(seconds=place),
        )


def _let_go(subject: Subject, by: Viewer) -> PurgeRun | None:
    """End the old matter. At once gone when nobody else waits for anything; else without a word of who left."""
    matter = subject.matter
    case = getattr(matter, "case", None)
    waits = has_to_wait(case, subject.participant)
    if case is not None:
        end_elsewhere(lock_case(case.pk), mover=subject.participant, actor=by)
    end_open_requests(matter, ending=Ending.REFERRED, actor=by)
    if waits:
        leave_nothing_of(subject)
        return None
    return _mark(matter, by)


def _mark(matter: Matter, by: Viewer) -> PurgeRun:
    record(AuditEvent.CLOSE_STARTED, actor=by, matter=matter)
    # `mark` saves the one column that it changes; what ended meanwhile is read anew for its coded line.
    fresh = type(matter).objects.select_related("programme").get(pk=matter.pk)
    return destruction.mark(fresh)
