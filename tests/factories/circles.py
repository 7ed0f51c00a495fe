"""Circles: somebody who was harmed, somebody who caused it, somebody who speaks for the community."""

from django.utils import timezone

from portal.cases.models import CircleSheet
from portal.cases.statuses import CaseStatus, CircleForm, ParticipantRole
from portal.circles.checklist import items_for
from portal.circles.models import Preparation, Readiness
from portal.sessions.actions import begin_session, open_signing, prepare_session

from .cases import make_case, make_participant
from .people import make_staff
from .roster import make_neutral
from .scheduling import make_booking
from .sessions import sign_all
from .signing_in import verified
from .texts import make_texts

ROLES = {
    "Hana": ParticipantRole.HARMED,
    "Caleb": ParticipantRole.CAUSED_HARM,
    "Rosa": ParticipantRole.COMMUNITY_REPRESENTATIVE,
}


def make_circle(status=CaseStatus.ARRANGING, *, roles=ROLES, prepared=True, ready=True, pair=True, **facts):
    """A case of a circle; its first person asked us. Returns it with its facilitators, verified."""
    programme = facts.pop("programme", None) or make_texts()
    facilitators = [make_neutral("RJ", first_name="Priya"), make_neutral("RJ", first_name="Jonas")] if pair else []
    case = make_case(
        status,
        names=(),
        process="RESTORATIVE_JUSTICE",
        accepted=facilitators,
        programme=programme,
        safeguards=facts.pop("safeguards", []),
        coordinator=facts.pop("coordinator", None) or verified(make_staff(programme=programme)),
        **facts,
    )
    for number, (name, role) in enumerate(roles.items()):
        make_participant(case, name=name, role=role, is_requester=number == 0, rights_read_at=timezone.now())
    if prepared:
        choose_form(case)
        for person in case.participants.all():
            make_prepared(person)
    if ready:
        make_ready(case, facilitators)
    return case, [verified(one) for one in facilitators]


def choose_form(case, form=CircleForm.IN_ONE_ROOM, **facts):
    return CircleSheet.objects.create(vault_key=case.vault_key, case=case, form=form, **facts)


def make_prepared(person, *, leave_out=(), forms=tuple(CircleForm.values), **facts):
    """The talk with somebody, with everything gone through but `leave_out`."""
    done = [item.code for item in items_for(person) if item.code not in leave_out]
    usual = {"met_on": timezone.localdate(), "gone_through": done, "forms": list(forms)}
    return Preparation.objects.create(vault_key=person.vault_key, participant=person, **(usual | facts))


def make_ready(case, facilitators):
    for person in case.participants.all():
        if ParticipantRole.CAUSED_HARM in person.roles:
            for one in facilitators:
                Readiness.objects.create(vault_key=case.vault_key, participant=person, facilitator=one)


def make_booked_circle(**facts):
    case, pair = make_circle(CaseStatus.BOOKED, **facts)
    make_booking(case)
    return case, pair


def make_gathered_circle(**facts):
    """Everyone is there and the signing is open."""
    case, pair = make_booked_circle(**facts)
    session = prepare_session(case_id=case.pk, by=pair[0])
    here = {*case.participants.values_list("pk", flat=True), *(one.pk for one in pair)}
    open_signing(session_id=session.pk, present=here, by=pair[0])
    return session, pair


def make_running_circle(**facts):
    session, pair = make_gathered_circle(**facts)
    sign_all(session.case, pair)
    return begin_session(session_id=session.pk, by=pair[0]), pair
