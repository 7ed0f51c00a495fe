"""Matters that are ready to be closed, with something of everything in them."""

from django.db import transaction
from django.utils import timezone

from portal.cases.models import Matter
from portal.cases.statuses import CaseStatus, ConsentKind
from portal.handbook.statuses import NoticeKind
from portal.instances.actions import excuse_document
from portal.instances.checking import missing_in
from portal.instances.loading import load_one
from portal.intake.actions import tell_participant
from portal.intake.statuses import RequestStatus
from portal.records.actions import confirm_outside
from portal.records.gates import outside_items
from portal.sessions.models import Session
from portal.sessions.statuses import Outcome, SessionStatus

from .cases import make_case, make_consent
from .people import make_staff
from .requests import make_request
from .roster import make_neutral
from .scheduling import make_booking


def make_ended_case(programme=None, **facts):
    """A case that went all the way: request, two people, a pair, a session, messages, mail."""
    request = make_request(programme=programme)
    matter = Matter.objects.get(pk=request.matter_id)
    pair = [make_neutral(first_name="Priya", last_name="Nair"), make_neutral(first_name="Jonas", last_name="Thiel")]
    coordinator = make_staff(programme=matter.programme)
    case = make_case(CaseStatus.ENDED, matter=matter, accepted=pair, coordinator=coordinator, **facts)
    request.status, request.case = RequestStatus.CASE_OPENED, case
    request.save()
    booking = make_booking(case)
    now = timezone.now()
    Session.objects.create(
        vault_key=matter.pk,
        case=case,
        booking=booking,
        number=1,
        status=SessionStatus.ENDED,
        started_at=now,
        minutes=70,
        outcome=Outcome.WRITTEN,
    )
    with transaction.atomic():
        for person in case.participants.all():
            make_consent(person, ConsentKind.TAKE_PART)
            tell_participant(person, NoticeKind.RESUME_WORDS)
    return case


def confirm_all_outside(matter, by):
    for item, person_id, _words in outside_items(matter):
        confirm_outside(matter_id=matter.pk, item=item, person_id=person_id, by=by)


def excuse_all_documents(matter):
    """Where records are kept: the director let it go without everything that this short history never had."""
    if not matter.programme.keeps_records:
        return
    director = make_staff("DIRECTOR", matter.programme)
    instance = load_one(matter)
    for line in missing_in(instance):
        excuse_document(matter_id=matter.pk, code=line.code, about=line.about, reason="Never made", by=director)


def make_closable_case(**facts):
    """The case and who closes it; everything outside is said to be gone."""
    case = make_ended_case(**facts)
    excuse_all_documents(case.matter)
    confirm_all_outside(case.matter, case.coordinator)
    return case, case.coordinator
