"""Sheets and notices that people get before they are asked, and the proof that they have them (R12, C15)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from portal.audit.events import AuditEvent
from portal.audit.record import record
from portal.cases.actions import TransitionRefused, lock_case, send_news, touch
from portal.cases.models import Case, Participant
from portal.cases.policies import can_step_for
from portal.cases.statuses import Channel
from portal.documents import rendering
from portal.documents.queries import current as current_template
from portal.documents.statuses import DocumentKind
from portal.handbook.queries import current as current_text
from portal.handbook.statuses import NoticeKind
from portal.passes.models import Pass

from .gates import current_notice
from .models import NoticeDelivery, OwnWords, WrittenNotice
from .notices import covered, lacking, notice_values
from .policies import can_give_papers
from .statuses import DeliveryResult, DeliveryWay, SheetOccasion

if TYPE_CHECKING:
    from portal.accounts.models import User
    from portal.accounts.viewer import Viewer


@transaction.atomic
def say_in_own_words(*, participant_id: UUID, words: str, channel: Channel, by: Viewer) -> OwnWords:
    """Somebody has the sheet and says what it means to them; what staff hear themselves, they have checked.

    Raises PermissionDenied, MatterGone, or TransitionRefused where the programme gives no sheet.
    """
    person = _lock_person(participant_id)
    if not can_step_for(by, person):
        raise PermissionDenied
    if not person.case.programme.notice_before_consent or not person.is_party:
        raise TransitionRefused(step="sheet", words=_("Nothing is asked of you here."))
    staff = None if isinstance(by, Pass) else by
    row = OwnWords.objects.create(
        vault_key=person.vault_key,
        participant=person,
        occasion=occasion_of(person),
        sheet=current_text(NoticeKind.RIGHTS, person.case.programme, person.case.process),
        words=words,
        channel=channel,
        recorded_by=staff,
        understood=True if staff else None,
        checked_by=staff,
        checked_at=timezone.now() if staff else None,
    )
    facts = {"occasion": row.occasion, "sheet": row.sheet.version, "channel": channel}
    record(AuditEvent.SHEET_ACKNOWLEDGED, actor=by, matter=person.case.matter, subject=row, **facts)
    touch(person.case.matter)
    return row


def occasion_of(person: Participant) -> SheetOccasion:
    return SheetOccasion.LEAVING if person.has_left or not person.case.is_open else SheetOccasion.BEFORE


@transaction.atomic
def check_own_words(*, own_words_id: UUID, understood: bool, by: User) -> OwnWords:
    """Staff have read the words: the person has understood, or reads the sheet once more with help.

    Raises PermissionDenied or MatterGone.
    """
    row = OwnWords.objects.select_related("participant").get(pk=own_words_id)
    case = lock_case(row.participant.case_id)
    if not can_give_papers(by, case):
        raise PermissionDenied
    row.understood, row.checked_by, row.checked_at = understood, by, timezone.now()
    row.save(update_fields=["understood", "checked_by", "checked_at"])
    record(AuditEvent.SHEET_CHECKED, actor=by, matter=case.matter, subject=row, understood=understood)
    if not understood:
        row.participant.case = case
        send_news([row.participant])
    touch(case.matter)
    return row


@transaction.atomic
def make_notice(*, case_id: UUID, facilitator: str, timeline: str, measures: str = "", by: User) -> WrittenNotice:
    """The notice as it stands now; a new version when its words have changed, and then everybody gets it anew.

    Raises PermissionDenied, MatterGone, or TransitionRefused with what has to be written down first.
    """
    case = lock_case(case_id)
    if not can_give_papers(by, case):
        raise PermissionDenied
    _check_can_be_made(case)
    template = current_template(DocumentKind.WRITTEN_NOTICE, case.programme)
    values = notice_values(case, facilitator=facilitator, measures=measures, timeline=timeline)
    text = str(rendering.render_html(template, values))
    digest = rendering.digest(text)
    current = current_notice(case)
    if current and current.sha256 == digest:
        return current
    if current:
        WrittenNotice.objects.filter(pk=current.pk).update(replaced_at=timezone.now())
    notice = WrittenNotice.objects.create(
        vault_key=case.vault_key,
        case=case,
        version=current.version + 1 if current else 1,
        template=template,
        values=values,
        text=text,
        sha256=digest,
        made_by=by,
    )
    record(AuditEvent.WRITTEN_NOTICE_MADE, actor=by, matter=case.matter, subject=notice, version=notice.version)
    touch(case.matter)
    return notice


def _check_can_be_made(case: Case) -> None:
    if not case.programme.notice_before_consent or not case.is_open:
        raise TransitionRefused(step="notice", words=_("No notice is given here."))
    rows = covered(case)
    if not rows:
        words = _("No allegation goes this way yet, so there is nothing to give notice of.")
        raise TransitionRefused(step="notice", words=words)
    if words_missing := lacking(rows):
        raise TransitionRefused(step="notice", words=" ".join(words_missing))


@transaction.atomic
def send_notice(*, notice_id: UUID, participant_id: UUID, by: User) -> NoticeDelivery:
    """Tell one person that there is something to read. That it was sent proves nothing yet."""
    notice, person = _lock_for_delivery(notice_id, participant_id, by)
    row = _deliver(notice, person, DeliveryWay.MAIL, DeliveryResult.SENT, by)
    send_news([person])
    return row


@transaction.atomic
def note_delivery(
    *, notice_id: UUID, participant_id: UUID, way: DeliveryWay, result: DeliveryResult, by: User
) -> NoticeDelivery:
    """Staff write down that it was handed over, posted, or came back.

    Raises PermissionDenied, MatterGone, or ValueError: only the person's own page can be opened.
    """
    if result == DeliveryResult.OPENED or way == DeliveryWay.PAGE:
        raise ValueError("Nobody can write down that a page was opened.")
    notice, person = _lock_for_delivery(notice_id, participant_id, by)
    return _deliver(notice, person, way, result, by)


@transaction.atomic
def open_notice(*, person: Participant, by: Pass) -> WrittenNotice | None:
    """Somebody opens the notice on their own page: the proof is written down, once for each version."""
    if not can_step_for(by, person):
        raise PermissionDenied
    person.case = lock_case(person.case_id)
    opened = NoticeDelivery.objects.filter(notice=OuterRef("pk"), participant=person, result=DeliveryResult.OPENED)
    rows = WrittenNotice.objects.filter(case=person.case, replaced_at=None)
    notice = rows.annotate(was_opened=Exists(opened)).first()
    if notice is None:
        return None
    if not notice.was_opened:
        _deliver(notice, person, DeliveryWay.PAGE, DeliveryResult.OPENED, by)
    return notice


def _lock_person(participant_id: UUID) -> Participant:
    person = Participant.objects.get(pk=participant_id)
    person.case = lock_case(person.case_id)
    return person


def _lock_for_delivery(notice_id: UUID, participant_id: UUID, by: User) -> tuple[WrittenNotice, Participant]:
    """The notice and the person belong to one case, which is locked."""
    notice = WrittenNotice.objects.get(pk=notice_id)
    case = lock_case(notice.case_id)
    if not can_give_papers(by, case):
        raise PermissionDenied
    if notice.replaced_at is not None:
        words = _("There is a newer version of the notice. Please give them that one.")
        raise TransitionRefused(step="notice", words=words)
    person = Participant.objects.get(pk=participant_id, case=case)
    person.case = case
    return notice, person


def _deliver(
    notice: WrittenNotice, person: Participant, way: DeliveryWay, result: DeliveryResult, by: Viewer
) -> NoticeDelivery:
    row = NoticeDelivery.objects.create(
        vault_key=person.vault_key,
        notice=notice,
        participant=person,
        way=way,
        result=result,
        recorded_by=None if isinstance(by, Pass) else by,
    )
    facts = {"way": way, "result": result, "version": notice.version}
    record(AuditEvent.WRITTEN_NOTICE_DELIVERED, actor=by, matter=person.case.matter, subject=row, **facts)
    touch(person.case.matter)
    return row
