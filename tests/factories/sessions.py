"""Sessions: booked, gathered, signed, running."""

from portal.agreements.actions import sign, sign_as_neutral
from portal.agreements.gates import in_force
from portal.agreements.statuses import SigningMethod
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus
from portal.sessions.actions import begin_session, open_signing, prepare_session

from .cases import make_case
from .people import make_staff
from .roster import make_neutral
from .scheduling import make_booking
from .signing_in import verified
from .texts import make_texts


def make_booked_case(**facts):
    """A case with two parties, a pair, and a booked time tomorrow. Returns it and the pair."""
    programme = make_texts()
    pair = [make_neutral(first_name="Priya", last_name="Nair"), make_neutral(first_name="Jonas", last_name="Thiel")]
    case = make_case(
        CaseStatus.BOOKED, accepted=pair, programme=programme, coordinator=make_staff(programme=programme), **facts
    )
    make_booking(case)
    return case, [verified(neutral) for neutral in pair]


def make_gathered_session(**facts):
    """Everyone is in the room and the signing is open."""
    case, pair = make_booked_case(**facts)
    session = prepare_session(case_id=case.pk, by=pair[0])
    everyone = {*case.participants.values_list("pk", flat=True), *(neutral.pk for neutral in pair)}
    open_signing(session_id=session.pk, present=everyone, by=pair[0])
    return session, pair


def sign_all(case, pair, *, leave_out=None):
    common = {"agreed_to_electronic": True, "method": SigningMethod.OWN_PAGE}
    for person in case.participants.select_related("entry"):
        if person != leave_out:
            own = in_force(case, person).pk
            sign(agreement_id=own, participant_id=person.pk, typed_name=person.display_name, by=person.entry, **common)
    for neutral in pair:
        if neutral != leave_out:
            name, shared = neutral.get_full_name(), in_force(case).pk
            sign_as_neutral(agreement_id=shared, neutral=neutral, typed_name=name, by=neutral, **common)


def make_running_session(**facts):
    session, pair = make_gathered_session(**facts)
    sign_all(session.case, pair)
    return begin_session(session_id=session.pk, by=pair[0]), pair


def signature_of(case, person):
    """What the form sends that stands below the words in force."""
    words = in_force(Case.objects.get(pk=case.pk), person)
    return {"typed_name": "Alex Moreau", "agreed": "on", "shown": str(words.pk)}
