"""What the screens ask of the databases about a circle: prepared, in the room, and with its plan."""

import pytest
from django.test import Client
from django.urls import reverse

from portal.cases.actions import name_companion
from portal.cases.statuses import Channel, ParticipantRole
from portal.circles.actions import keep_group, write_harm
from portal.plans import actions as plans
from portal.plans.statuses import CheckInState
from tests import page_costs
from tests.factories import make_staff, sign_in
from tests.factories.circles import make_circle, make_gathered_circle, make_running_circle
from tests.factories.plans import (
    confirm_all,
    enforcer_of,
    fetch,
    make_chair,
    make_plan,
    make_plan_in_force,
    make_record,
    make_submitted_plan,
)
from tests.factories.signing_in import verified

from .walks import Walk, cost, too_dear

pytestmark = pytest.mark.django_db


def with_others(case):
    """Somebody comes along with each, and whole groups are counted."""
    for person in list(case.participants.all()):
        along = {"role": ParticipantRole.SUPPORTER, "name": f"Kim {person.number}", "channel": Channel.PHONE}
        name_companion(participant_id=person.pk, by=case.coordinator, **along)
    for label in ("The third floor", "The fourth floor"):
        keep_group(case_id=case.pk, label=label, invited=200, by=case.coordinator)
    return case


def prepared():
    case, _pair = make_circle()
    return Walk(with_others(case), {})


def in_the_room():
    session, _pair = make_gathered_circle()
    return Walk(with_others(session.case), {}, session)


def running():
    session, pair = make_running_circle()
    case = session.case
    facts = {"harm": "The room", "need": "Quiet", "obligation": "To repaint it", "owed_by": None}
    harm = write_harm(case_id=case.pk, harm_id=None, by=pair[0], **facts)
    return Walk(case, {"circles": session, "portal:circles:change_words": harm}, session)


def being_confirmed():
    """Linked to a proceeding, changed once, and everybody is asked again."""
    plan = make_plan(linked=True)
    by = plan.case.coordinator
    plans.ask_to_confirm(plan_id=plan.pk, by=by)
    return Walk(plan.case, {"plans": plan.commitments.get()})


def in_force():
    """Changed once, confirmed anew, and the office has looked at it."""
    plan = make_plan_in_force()
    by = plan.case.coordinator
    plans.amend_plan(plan_id=plan.pk, reason="One more", by=by)
    plans.ask_to_confirm(plan_id=plan.pk, by=by)
    confirm_all(plan)
    promise = plan.commitments.get()
    plans.check_in(commitment_id=promise.pk, state=CheckInState.ON_THE_WAY, words="Half of it", by=by)
    return Walk(fetch(plan).case, {"plans": promise})


def returned():
    """The Chair wants something else, and it was handed in again."""
    plan = make_submitted_plan()
    case, chair = plan.case, make_chair(plan.case.programme)
    plans.return_plan(plan_id=plan.pk, edition=plan.edition, comment="Say by when", by=chair)
    return Walk(case, {"plans": plan.commitments.get()})


@pytest.mark.parametrize("made", [prepared, in_the_room, running, being_confirmed, in_force, returned])
def test_no_screen_of_a_circle_asks_more_than_it_may(made):
    walk = made()

    # Who conducts it costs one query more than who has the role; a director sees more pages.
    found = {**walk.of_staff(walk.case.assignments.first().neutral), **walk.of_party(1)}
    if made is prepared:
        found |= walk.of_staff(verified(make_staff("DIRECTOR", walk.case.programme)))

    assert len(found) > 40
    assert too_dear(found) == {}


def test_nor_do_those_of_the_offices_that_open_no_case():
    plan, kept = make_record()
    enforcer = enforcer_of(plan.case.programme)
    promise = kept.commitments.get()
    plans.check_in_record(commitment_id=promise.pk, state=CheckInState.ON_THE_WAY, words="Half of it", by=enforcer)
    plans.report_breach(record_id=kept.pk, to_whom="The dean", words="Not painted", by=enforcer)
    rows = {"record": [kept.pk], "breach": [kept.pk], "end_record": [kept.pk], "record_list": []}
    rows |= {"check_in_record": [kept.pk, promise.pk], "due": [kept.pk, promise.pk]}
    client = Client()
    sign_in(client, enforcer)
    client.get(reverse("portal:plans:record_list"))

    found = {name: cost(client, reverse(f"portal:plans:{name}", args=args)) for name, args in rows.items()}

    assert None not in found.values()
    assert max(found.values()) <= page_costs.LIMIT
