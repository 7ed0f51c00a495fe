"""Matters of Mediation that may belong to the programme that keeps its records."""

from portal.cases.models import Matter
from portal.cases.statuses import CaseStatus, Channel
from portal.intake.actions import write_message
from portal.intake.envelope import EnvelopeKey
from portal.intake.statuses import RequestStatus
from portal.moving import actions, queries

from .cases import make_case
from .people import make_staff
from .requests import make_request
from .signing_in import verified
from .texts import make_resolution_texts, make_texts


def make_offer(request=None, **changes):
    """A request of Alex with a message, and the question on their page. Returns the offer and who asked."""
    mediation, keeping = make_texts(), make_resolution_texts()
    make_staff(programme=keeping)
    request = request or make_request(programme=mediation, **changes)
    write_message(entry_id=request.entry_id, body="He calls me names because of my accent.", by=request.entry)
    by = verified(make_staff(programme=mediation, first_name="Dana"))
    return actions.offer_move(matter_id=request.matter_id, asked_for=False, by=by), by


def make_offer_in_case(status=CaseStatus.ARRANGING, *, names=("Alex", "Sam"), **facts):
    """The same in a case; Alex asked, and Sam takes part."""
    mediation, keeping = make_texts(), make_resolution_texts()
    make_staff(programme=keeping)
    request = make_request(programme=mediation)
    by = verified(make_staff(programme=mediation, first_name="Dana"))
    matter = Matter.objects.get(pk=request.matter_id)
    case = make_case(status, matter=matter, coordinator=by, names=names, **facts)
    alex = case.participants.get(is_requester=True)
    alex.entry = request.entry
    alex.save(update_fields=["entry"])
    request.status, request.case = RequestStatus.CASE_OPENED, case
    request.save(update_fields=["status", "case"])
    write_message(entry_id=request.entry_id, body="He calls me names because of my accent.", by=request.entry)
    return actions.offer_move(matter_id=matter.pk, asked_for=False, by=by), by


def say_yes(offer, *things, by=None, channel=Channel.SELF, key=None):
    subject = queries.subject_behind(offer)
    by = by or subject.row.entry
    key = key or EnvelopeKey.new()
    return actions.move_over(offer_id=offer.pk, things=things, channel=channel, key=key, by=by)


def message_code(offer):
    subject = queries.subject_behind(offer)
    return next(one.code for one in queries.things_of(subject) if one.code.startswith(queries.MESSAGE))
