"""Whoever was harmed may pause or stop, at any time (M50)."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from portal.cases.actions import TransitionRefused
from portal.cases.models import Case
from portal.cases.statuses import CaseStatus, Channel, ParticipantRole
from portal.circles import actions
from portal.scheduling.models import Booking
from portal.screening.models import ScreenAgain
from portal.sessions.models import Session
from portal.sessions.statuses import Outcome
from portal.withdrawals.actions import resume_case
from tests.factories import sign_in, use_pass
from tests.factories.circles import choose_form, make_booked_circle, make_circle, make_running_circle

pytestmark = pytest.mark.django_db
Role = ParticipantRole


def own(person):
    return {"participant_id": person.pk, "channel": Channel.SELF, "by": person.entry}


def now(case):
    return Case.objects.get(pk=case.pk)


@pytest.mark.parametrize(
    "status", [CaseStatus.OPENED, CaseStatus.INVITING, CaseStatus.ARRANGING, CaseStatus.BOOKED, CaseStatus.HELD]
)
def test_who_was_harmed_pauses_in_every_state(status):
    case, _pair = make_circle(status)

    for _twice in range(2):
        actions.pause_circle(**own(case.participants.get(role=Role.HARMED)))

    assert now(case).is_paused
    assert ScreenAgain.objects.open().filter(trigger="PARTY").count() == 1


def test_a_pause_gives_back_what_is_booked_and_the_others_read_words_that_name_nobody(client):
    case, _pair = make_booked_circle()
    hana, caleb = case.participants.get(number=1), case.participants.get(number=2)

    actions.pause_circle(**own(hana))

    assert now(case).status == CaseStatus.ARRANGING
    assert Booking.objects.get().status == "CANCELLED"
    use_pass(client, caleb.entry)
    page = client.get(reverse("portal:party:conversation")).text
    assert "has paused this" in page
    assert "Hana" not in page


def test_a_circle_that_runs_is_paused_or_stopped_by_whoever_was_harmed(client):
    session, pair = make_running_circle()
    hana = session.case.participants.get(number=1)
    use_pass(client, hana.entry)
    assert "Pause or stop" in client.get(reverse("portal:party:home")).text
    place = reverse("portal:party:circle_pause")
    assert "Stop the circle now" in client.get(place).text

    client.post(place, {"what": "stop"})

    assert Session.objects.get().outcome == Outcome.STOPPED_FOR_SAFETY
    assert now(session.case).status == CaseStatus.HELD
    with pytest.raises(TransitionRefused, match="No circle is running"):
        actions.stop_circle(**own(hana))
    client.post(place)
    assert now(session.case).is_paused
    assert "It is paused now." in client.get(place).text
    assert pair


def test_the_others_have_no_such_button(client):
    case, _pair = make_circle()
    caleb = case.participants.get(role=Role.CAUSED_HARM)
    use_pass(client, caleb.entry)

    assert "Pause or stop" not in client.get(reverse("portal:party:home")).text
    assert client.get(reverse("portal:party:circle_pause")).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.pause_circle(**own(caleb))


def test_who_speaks_for_a_community_that_was_harmed_may_pause_as_well():
    case, _pair = make_circle(roles={"Rosa": Role.COMMUNITY_REPRESENTATIVE}, prepared=False, ready=False)
    rosa = case.participants.get()
    with pytest.raises(PermissionDenied):
        actions.pause_circle(**own(rosa))

    choose_form(case, community_is_harmed=True)
    actions.pause_circle(**own(rosa))

    assert now(case).is_paused


def test_staff_and_facilitators_enter_a_pause_for_somebody(client):
    case, pair = make_circle()
    place = reverse("portal:circles:pause", args=[case.reference, 1])
    sign_in(client, pair[0])
    assert client.post(place, {"what": "PAUSE"}).status_code == 422
    assert not now(case).is_paused

    client.post(place, {"what": "PAUSE", "channel": "IN_PERSON"})
    assert now(case).is_paused
    assert client.get(reverse("portal:circles:pause", args=[case.reference, 2])).status_code == 403
    resume_case(case_id=case.pk, by=case.coordinator)
    client.post(place, {"what": "STOP", "channel": "IN_PERSON"})
    assert not now(case).is_paused


def test_it_goes_on_only_after_staff_have_screened_again():
    case, _pair = make_circle()
    actions.pause_circle(**own(case.participants.get(number=1)))
    resume_case(case_id=case.pk, by=case.coordinator)

    from portal.cases.transitions import missing

    assert [line.words for line in missing(now(case), "book")] == ["Waiting for the office to screen this again"]


def test_nothing_is_paused_after_the_end():
    case, _pair = make_circle(CaseStatus.ENDED)

    with pytest.raises(TransitionRefused):
        actions.pause_circle(**own(case.participants.get(number=1)))
