"""What the screens ask of the databases where records are kept: before anybody agrees, in the room, agreed, ended."""

import pytest
from django.utils import timezone

from portal.access.actions import ask_for_access
from portal.cases.actions import add_collateral, give_task, name_companion
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel, Ending, ParticipantRole, Willing
from portal.disclosures.actions import give_permission
from portal.disclosures.subjects import subjects_of
from portal.guests.actions import admit_guest
from portal.guests.statuses import Shown
from portal.measures.actions import ask_for_measure
from portal.measures.statuses import Basis, MeasureKind
from portal.papers import actions as papers
from portal.plans.actions import check_in_term, report_resolution_breach
from portal.plans.statuses import Capacity, CheckInState
from portal.records.actions import place_hold
from portal.records.statuses import HoldKind
from portal.screening.actions import route_allegation, sign_way
from portal.screening.statuses import AllegationWay
from portal.sessions.actions import open_signing, prepare_session
from tests.factories import make_booking, make_neutral, make_staff
from tests.factories.allegations import give_papers, make_allegation, make_routed_allegation
from tests.factories.cases import make_case, make_matter
from tests.factories.resolutions import day, director_of, make_almost_agreed, sign_as, sign_for
from tests.factories.screening import make_screening
from tests.factories.signing_in import verified
from tests.factories.texts import make_resolution_texts

from .walks import Walk, too_dear

pytestmark = pytest.mark.django_db


def pages_of(allegation):
    names = ("change_allegation", "route_allegation", "weigh", "formal_process")
    return {f"portal:screening:{name}": allegation for name in names}


def with_everything(case):
    """What may lie in any case: a measure, a permission, a wish to read it, a task, people who come along, a hold."""
    by, alex = case.coordinator, case.participants.get(number=1)
    subject = subjects_of(case.matter)[0]
    own, phone = {"channel": Channel.SELF, "by": alex.entry}, {"channel": Channel.PHONE, "by": by}
    for person in list(case.participants.all()):
        name = f"Kim {person.number}"
        name_companion(participant_id=person.pk, role=ParticipantRole.SUPPORTER, name=name, **phone)
    give_task(case_id=case.pk, words="Call Sam", person=by, due_on=day(3), by=by)
    make_screening(case.matter, by=by)
    measure = {"kind": MeasureKind.NO_CONTACT, "wish": "No messages in the lab", "basis": Basis.TITLE_IX}
    talk = {"name": "Jo", "reach": "By phone", "ask_about": "The lab"}
    may = {"what": "That I take part", "recipient": "The dean", "purpose": "Leave", "typed_name": "Alex"}
    hold = place_hold(matter_id=case.matter_id, kind=HoldKind.LITIGATION, reason="A letter", by=director_of(case))
    return {
        "records": hold,
        "measures": ask_for_measure(whose=alex, **measure, **phone),
        "portal:cases:write_learned": add_collateral(participant_id=alex.pk, **talk, **phone),
        "disclosures": give_permission(subject=subject, until=day(30), **may, **own),
        "access": ask_for_access(subject=subject, wish="All of it", **own),
    }


def before_consent():
    """Two allegations, one way waits for the director; the notice is made, and Alex has said what the sheet means."""
    matter = make_matter(make_resolution_texts())
    allegation, other = make_allegation(matter), make_allegation(matter, what="Once more")
    by = other.added_by
    ways = [
        route_allegation(allegation_id=one.pk, way=AllegationWay("MEDIATION"), reason="Both want to talk.", by=by)
        for one in (allegation, other)
    ]
    sign_way(route_id=ways[1].pk, agrees=True, by=verified(make_staff("DIRECTOR", matter.programme)))
    case = make_case(CaseStatus.INVITING, matter=matter, coordinator=by, accepted=[make_neutral()])
    case.participants.update(willing=Willing.ASKED)
    alex = case.participants.get(number=1)
    notice = papers.make_notice(case_id=case.pk, facilitator="Noor Rahman", timeline="Answer in ten days.", by=by)
    papers.send_notice(notice_id=notice.pk, participant_id=alex.pk, by=by)
    said = papers.say_in_own_words(participant_id=alex.pk, words="I may say no.", channel="SELF", by=alex.entry)
    rows = pages_of(allegation) | {"portal:screening:sign_way": ways[0], "papers": said}
    return Walk(case, rows | with_everything(case))


def in_the_room():
    """Everybody has the papers and is here, and the signing is open."""
    matter = make_matter(make_resolution_texts())
    allegation = make_routed_allegation(matter)
    pair = [make_neutral(), make_neutral()]
    case = make_case(CaseStatus.BOOKED, matter=matter, coordinator=allegation.added_by, accepted=pair)
    give_papers(case, case.coordinator)
    make_booking(case, place="Library, room 4")
    rows = pages_of(allegation) | with_everything(case) | {"guests": admit(case, Shown.SESSION)}
    session = prepare_session(case_id=case.pk, by=verified(pair[0]))
    everyone = {*case.participants.values_list("pk", flat=True), *(one.pk for one in pair)}
    open_signing(session_id=session.pk, present=everyone, by=verified(pair[0]))
    return Walk(case, rows, session)


def being_written():
    """The terms of an agreement are there, and nobody has signed."""
    row, _director = make_almost_agreed()
    return Walk(row.case, {"plans": row.commitments.first()} | with_everything(row.case))


def agreed():
    """All have signed before anybody met; the office has looked at it once, and something was broken."""
    row, director = make_almost_agreed()
    sign_for(row, Capacity.DIRECTOR, director)
    sign_as(row, 2)
    case, by = row.case, row.case.coordinator
    term = row.commitments.first()
    check_in_term(commitment_id=term.pk, state=CheckInState.ON_THE_WAY, words="Half of it", by=by)
    report_resolution_breach(resolution_id=row.pk, to_whom="The director", words="Sat at bench four", by=by)
    rows = pages_of(case.matter.allegations.get()) | {"plans": term, "guests": admit(case, Shown.AGREEMENT)}
    return Walk(case, rows | with_everything(case))


def ended():
    """What was agreed is over; the record waits to be closed."""
    walk = agreed()
    ending = {"status": CaseStatus.ENDED, "ending": Ending.DONE, "ended_at": timezone.now(), "ended_from": "HELD"}
    Case.objects.filter(pk=walk.case.pk).update(**ending)
    return walk


def came_back():
    """It ended because nobody answered, and then both said yes: the office may ask again."""
    walk = ended()
    Case.objects.filter(pk=walk.case.pk).update(ending=Ending.NO_ANSWER, ended_from="INVITING")
    walk.case.participants.update(answered_at=timezone.now())
    return walk


def admit(case, shown):
    facts = {"name": "Pat Lind", "interest": "Adviser", "purpose": "To help", "days": 3, "is_official": True}
    return admit_guest(case_id=case.pk, shown=shown, by=case.coordinator, **facts).guest


@pytest.mark.parametrize("made", [before_consent, in_the_room, being_written, agreed, ended, came_back])
def test_no_screen_of_a_kept_case_asks_more_than_it_may(made):
    walk = made()

    staff, party = walk.of_staff(director_of(walk.case)), walk.of_party(1)

    assert len(staff) > 80
    assert len(party) > 13
    assert too_dear(staff) == too_dear(party) == {}
