"""A case whose people are being asked, and what tests read of it."""

from django.utils import timezone

from portal.audit.models import AuditLink
from portal.cases import actions
from portal.cases.models import Participant
from portal.cases.queries import notices_to_read
from portal.cases.statuses import CaseStatus, Channel, Route, Willing
from portal.mail.models import Mailing
from tests.factories import make_case, make_participant, make_staff, verified
from tests.factories.texts import make_texts


def make_coordinator():
    return verified(make_staff("COORDINATOR", first_name="Dana", last_name="Okafor"))


def opened_case(**facts):
    """A case that was just opened: the requester has a page and has said nothing yet."""
    programme = make_texts()
    coordinator = facts.pop("coordinator", None) or make_coordinator()
    case = make_case(CaseStatus.OPENED, names=(), programme=programme, coordinator=coordinator, **facts)
    case.coordinator = coordinator
    make_participant(case, name="Alex", is_requester=True, willing=Willing.ASKED, asked_at=timezone.now())
    return case


def requester_of(case):
    return fresh(case.participants.get(is_requester=True))


def fresh(person):
    return Participant.objects.select_related("case__programme", "case__matter", "entry").get(pk=person.pk)


def inviting_case(*, route=Route.STAFF_MAIL, others=1, **facts):
    """The requester goes on, and `others` people are to be asked."""
    case = opened_case(**facts)
    staff = case.coordinator
    requester = requester_of(case)
    actions.say_go_on(participant_id=requester.pk, yes=True, channel=Channel.SELF, by=requester.entry)
    for number in range(others):
        add_other(case, route=route, name=f"Sam{number}", by=staff)
    actions.move_case(case_id=case.pk, step="invite", actor=staff)
    case.refresh_from_db()
    case.coordinator = staff
    return case


def add_other(case, *, route=Route.STAFF_MAIL, name="Sam", by=None):
    contact = {"email": f"{name.lower()}@example.net", "phone": "617-555-0199"}
    return actions.add_person(
        case_id=case.pk,
        route=route,
        name=name,
        contact=contact,
        permitted=route != Route.REQUESTER,
        channel=Channel.PHONE,
        by=by or case.coordinator,
    )


def others_of(case):
    return [fresh(person) for person in case.participants.parties().filter(is_requester=False)]


def read(person, by=None):
    channel = Channel.SELF if by is None else Channel.PHONE
    person = fresh(person)
    notices = notices_to_read(person)
    return actions.read_rights(participant_id=person.pk, notices=notices, channel=channel, by=by or person.entry)


def answer(person, yes, by=None):
    channel = Channel.SELF if by is None else Channel.PHONE
    return actions.answer_taking_part(participant_id=person.pk, yes=yes, channel=channel, by=by or fresh(person).entry)


def say_yes(person, by=None):
    read(person, by=by)
    return answer(person, True, by=by)


def join(person, by):
    """Somebody is written to, uses the invitation and holds a pass from then on."""
    _person, code = actions.print_invitation(participant_id=person.pk, by=by)
    from portal.passes.actions import accept

    accept(code=code, network="198.51.100.7")
    return fresh(person)


def events(case):
    """The kinds of what was recorded on a case, oldest first."""
    links = AuditLink.objects.filter(chain_id=case.matter.chain_id).order_by("seq")
    return list(links.values_list("kind", flat=True))


def mail_to(person):
    return [row.kind for row in Mailing.objects.all() if row.address == person.contact.get("email")]
